// A certificate for localhost and the authority that signed it, made by openssl and good for a day.

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  key: Buffer
  cert: Buffer
  /** File of the authority, for clients to trust. */
  caFile: string
}

/** Writes its files to `folder`. */
export function createCertificate(folder: string): Certificate {
  const file = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout']
  openssl(
    'req',
    '-x509',
    ...key,
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-days',
    '1',
    '-subj',
    '/CN=test CA',
  )
  openssl('req', ...key, file('key.pem'), '-out', file('request.pem'), '-subj', '/CN=localhost')
  writeFileSync(file('names.cnf'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
  openssl(
    ...['x509', '-req', '-in', file('request.pem'), '-CA', file('ca.pem'), '-CAkey', file('ca.key')],
    ...['-CAcreateserial', '-out', file('cert.pem'), '-days', '1', '-extfile', file('names.cnf')],
  )
  return { key: readFileSync(file('key.pem')), cert: readFileSync(file('cert.pem')), caFile: file('ca.pem') }
}
