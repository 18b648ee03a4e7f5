// Licences under which a diff may be kept with a dataset: those that ask for no more than to be named.

const permissive: ReadonlySet<string> = new Set(
  [
    '0BSD',
    'AFL-3.0',
    'Apache-2.0',
    'Artistic-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-2-Clause-Patent',
    'BSD-3-Clause',
    'BSD-3-Clause-Clear',
    'BSL-1.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'MulanPSL-2.0',
    'NCSA',
    'PostgreSQL',
    'Python-2.0',
    'Unlicense',
    'UPL-1.0',
    'WTFPL',
    'Zlib',
  ].map((id) => id.toLowerCase()),
)

/** True for the SPDX identifier of a permissive licence; never for none, `NOASSERTION` or one that is not known here. */
export function isPermissive(license: string | null): boolean {
  return license !== null && permissive.has(license.toLowerCase())
}
