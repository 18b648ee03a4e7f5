// `fetch` for the API client: it follows redirects within the API, as those of a repository that moved, and hands every
// other one back. The token never leaves the API.

import type { HttpRequest, HttpResponse } from '../../../api/fetch-over-http.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { mostAnswerBytes } from './limits.ts'

const mostRedirects = 5

export type ApiFetch = (address: string, options?: HttpRequest) => Promise<HttpResponse>

/** A `fetch` for the API at `apiUrl`, which is without a slash at the end. */
export function createApiFetch(apiUrl: string): ApiFetch {
  const base = new URL(`${apiUrl}/`)
  return async (address, options = {}) => {
    let url = new URL(address)
    for (let redirects = 0; ; redirects += 1) {
      const { status, statusText, headers, bytes } = await fetchBytes(url, {
        ...options,
        mostBytes: mostAnswerBytes,
      })
      const next = status >= 300 && status < 400 ? parse(headers.get('location'), url) : null
      const isMove = next !== null && isNewPlace(next, base) && options.body === undefined
      if (!isMove || redirects === mostRedirects) {
        const text = bytes.toString()
        return {
          status,
          statusText,
          url: url.href,
          ok: status >= 200 && status < 300,
          headers,
          text: async () => text,
          json: async () => JSON.parse(text),
        }
      }
      url = next
    }
  }
}

/** Where GitHub sends who asks for a repository or an organisation by an old name. */
function isNewPlace(url: URL, base: URL): boolean {
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return false
  return /^(?:repositories|organizations)\/\d+\//.test(url.pathname.slice(base.pathname.length))
}

function parse(location: string | undefined, base: URL): URL | null {
  return location !== undefined && URL.canParse(location, base.href) ? new URL(location, base) : null
}
