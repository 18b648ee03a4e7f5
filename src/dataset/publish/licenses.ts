// Licences: SPDX identifiers as records have them → what the Hugging Face hub and Croissant call them.

/** The hub’s ids that differ from the SPDX identifier in lower case by more than `-only` and `-or-later`. */
const renamed: ReadonlyMap<string, string> = new Map([['gfdl-1.3', 'gfdl']])

// https://huggingface.co/docs/hub/repositories-licenses, those that repositories of code have.
const hubIds: ReadonlySet<string> = new Set(
  (
    'afl-3.0 agpl-3.0 apache-2.0 artistic-2.0 bsd-2-clause bsd-3-clause bsd-3-clause-clear bsl-1.0 cc-by-2.0 cc-by-2.5 ' +
    'cc-by-3.0 cc-by-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 ' +
    'cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cc-by-nd-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc0-1.0 cdla-permissive-1.0 ' +
    'cdla-permissive-2.0 cdla-sharing-1.0 ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 gfdl gpl-2.0 gpl-3.0 isc ' +
    'lgpl-2.1 lgpl-3.0 lppl-1.3c mit mpl-2.0 ms-pl ncsa odbl ofl-1.1 osl-3.0 pddl postgresql unlicense wtfpl zlib'
  ).split(' '),
)

/** What a card says of its licence: one of the hub’s ids, or `other` and a name. */
export interface CardLicense {
  license: string
  license_name?: string
}

/** The licence for the whole: that of every record when there is but one and it is known. */
export function toCardLicense(licenses: readonly { license: string | null; count: number }[]): CardLicense {
  const [only, ...others] = listLicenses(licenses)
  if (others.length > 0) return { license: 'other', license_name: 'by-record-see-source-license' }
  if (only === undefined || only === null) return { license: 'other', license_name: 'unknown' }
  const bare = only.toLowerCase().replace(/-(?:only|or-later)$/, '')
  const id = renamed.get(bare) ?? bare
  return hubIds.has(id) ? { license: id } : { license: 'other', license_name: nameOf(bare) }
}

/** URLs of the licences at SPDX, and a sentence for what has none. */
export function toCroissantLicenses(
  licenses: readonly { license: string | null; count: number }[],
): string[] {
  const known = listLicenses(licenses).filter((license) => license !== null && isIdentifier(license))
  const unknown = licenses.some(
    ({ license, count }) => count > 0 && (license === null || !isIdentifier(license)),
  )
  return [
    ...known.map((license) => `https://spdx.org/licenses/${license}`),
    ...(unknown || known.length === 0
      ? ['Not known for every record: see the field `source.license` of each.']
      : []),
  ]
}

function listLicenses(licenses: readonly { license: string | null; count: number }[]): (string | null)[] {
  return [...new Set(licenses.filter(({ count }) => count > 0).map(({ license }) => license))]
}

/** GitHub says NOASSERTION when it finds a licence that it does not know. */
function isIdentifier(license: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/.test(license) && license !== 'NOASSERTION'
}

/** The hub takes lower case, digits, dots and dashes. */
function nameOf(license: string): string {
  const name = license.replace(/[^a-z0-9.-]+/g, '-').slice(0, 64)
  return /[a-z0-9]/.test(name) && name !== 'noassertion' ? name : 'unknown'
}
