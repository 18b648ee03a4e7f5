// How large what strangers upload may be. A record is about 3.4 KB and its zip 2 KB; these leave room for the largest.

/** Of a zip, as it comes over the wire. */
export const mostZipBytes = 8 * 1024 * 1024

/** Of all that is inflated of one zip. */
export const mostInflatedBytes = 16 * 1024 * 1024

/** Of one record's JSON text. */
export const mostJsonBytes = 8 * 1024 * 1024

/** Files in one zip. */
export const mostEntries = 100

/** Of an answer of the API; a page of 100 artifacts has about 0.1 MB. */
export const mostAnswerBytes = 32 * 1024 * 1024

/** Milliseconds for one answer, from the request to its last byte. */
export const longestAnswer = 60_000
