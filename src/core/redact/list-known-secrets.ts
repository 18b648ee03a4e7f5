// Values of an environment that must not be shown.

/** Those that are secrets by the names of their variables. */
export function listKnownSecrets(env: Readonly<Record<string, string | undefined>>): string[] {
  const isSecret = /(?:TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)$/i
  return Object.entries(env).flatMap(([name, value]) => (value && isSecret.test(name) ? [value] : []))
}
