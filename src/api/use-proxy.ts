// Sends API requests through the proxy that the environment names. Node's own `fetch` does so only when told.

/** Call before the first request. Without a proxy in `env` it does and loads nothing. */
export function useProxy(env: Readonly<Record<string, string | undefined>>): void {
  const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']
  if (!names.some((name) => env[name])) return
  // Absent before Node 24.14, where NODE_USE_ENV_PROXY=1 does the same.
  process.getBuiltinModule('node:http').setGlobalProxyFromEnv?.()
}
