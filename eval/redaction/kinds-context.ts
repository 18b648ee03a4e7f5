// Secrets that what stands around them gives away, and personal data.

import type { Kind } from './kind.ts'
import { alnum, base64, createPassword, createUuid, digits, hex, type Random, urlSafe } from './random.ts'

const within = (
  name: string,
  secretOf: (random: Random) => string,
  textOf: (secret: string, random: Random) => string,
): Kind => ({
  name,
  make(random) {
    const secret = secretOf(random)
    return { text: textOf(secret, random), secret }
  },
})

const people = ['jane.doe', 'mkowalski', 'li.wei', 'a.santos', 'okonkwo', 'r_patel']
const hosts = ['db.corp.io', 'db1.internal', '10.2.3.4', 'prod.acme.dev']
const token = ({ text }: Random) => text(40)
const word = ({ text }: Random) => text(16)

export const contextKinds: readonly Kind[] = [
  within(
    'aws_secret_env',
    ({ text }) => text(40, base64),
    (secret) => `AWS_SECRET_ACCESS_KEY=${secret}`,
  ),
  within(
    'azure_conn',
    ({ text }) => `${text(86, base64)}==`,
    (secret) =>
      `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${secret};EndpointSuffix=core.windows.net`,
  ),
  within(
    'azure_sas',
    ({ text }) => `${text(43, alnum)}%3D`,
    (secret) => `https://acme.blob.core.windows.net/c/f?sv=2022-11-02&se=2027-01-01&sig=${secret}`,
  ),
  within(
    'aws_presigned',
    ({ text }) => text(64, hex),
    (secret) => `https://b.s3.amazonaws.com/k?X-Amz-Expires=300&X-Amz-Signature=${secret}`,
  ),
  within('password_eq', createPassword, (secret) => `password=${secret}`),
  within(
    'password_env',
    createPassword,
    (secret, { pick }) => `${pick(['DB', 'SMTP', 'REDIS'])}_PASSWORD=${secret}`,
  ),
  within('password_json', createPassword, (secret) => `{"user": "app", "password": "${secret}"}`),
  within('password_yaml', createPassword, (secret) => `db:\n  user: app\n  password: ${secret}`),
  within('password_prose', createPassword, (secret, { pick }) =>
    pick([
      `the password is ${secret}`,
      `Password: ${secret}`,
      `password for the admin was ${secret}`,
      `set the password to ${secret}`,
    ]),
  ),
  within(
    'env_token',
    token,
    (secret, { pick }) =>
      `export ${pick(['DEPLOY_TOKEN', 'API_KEY', 'SERVICE_SECRET', 'SIGNING_KEY'])}=${secret}`,
  ),
  within(
    'token_hex',
    ({ text }) => text(32, hex),
    (secret, { pick }) => `${pick(['DATADOG_API_KEY', 'ALGOLIA_ADMIN_KEY', 'api_key'])}: ${secret}`,
  ),
  within('token_uuid', createUuid, (secret) => `HEROKU_API_KEY=${secret}`),
  within('token_prose', word, (secret, { pick }) =>
    pick([`the API key is ${secret}`, `our token is ${secret}`, `Secret: ${secret}`]),
  ),
  within(
    'client_secret_json',
    ({ text }) => text(32, urlSafe),
    (secret) => `"client_secret": "${secret}"`,
  ),
  within(
    'bearer',
    ({ text }) => text(40),
    (secret) => `Authorization: Bearer ${secret}`,
  ),
  within(
    'basic_header',
    (random) => btoa(`app:${createPassword(random)}`),
    (secret) => `Authorization: Basic ${secret}`,
  ),
  within('api_key_header', token, (secret) => `curl -H "X-Api-Key: ${secret}" https://api.acme.dev`),
  within('session_cookie', token, (secret) => `Cookie: theme=dark; session=${secret}`),
  within('curl_user', createPassword, (secret) => `curl -u admin:${secret} https://api.acme.dev`),
  within('mysql_p', createPassword, (secret) => `mysql -u root -p${secret} shop`),
  within('docker_login', createPassword, (secret) => `docker login -u acme --password ${secret}`),
  within('netrc', createPassword, (secret) => `machine github.com login jane password ${secret}`),
  within(
    'npmrc',
    ({ text }) => text(36, hex),
    (secret) => `//registry.acme.dev/:_authToken=${secret}`,
  ),
  within(
    'url_api_key',
    ({ text }) => text(32),
    (secret) => `https://api.acme.dev/v1/items?api_key=${secret}`,
  ),
  within(
    'otpauth',
    ({ text }) => text(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
    (secret) => `otpauth://totp/acme:jane?secret=${secret}&issuer=acme`,
  ),
  ...['postgres', 'mongodb+srv', 'mysql', 'amqp', 'ftp'].map((scheme) =>
    within(
      `${scheme}_url`,
      createPassword,
      (secret, { pick }) => `${scheme}://app:${secret}@${pick(hosts)}/main`,
    ),
  ),
  within('redis_url', createPassword, (secret, { pick }) => `redis://:${secret}@${pick(hosts)}:6379/0`),
  within('basic_auth_url', createPassword, (secret) => `https://deploy:${secret}@ci.acme.dev/job/1`),
  within(
    'git_remote',
    ({ text }) => `ghp_${text(36)}`,
    (secret) => `git clone https://x-access-token:${secret}@github.com/acme/app.git`,
  ),
  within(
    'jdbc',
    createPassword,
    (secret) => `jdbc:mysql://db.acme.dev:3306/shop?user=app&password=${secret}`,
  ),
  within(
    'sentry_dsn',
    ({ text }) => text(32, hex),
    (secret) => `https://${secret}@o12345.ingest.sentry.io/678`,
  ),
  within(
    'email',
    ({ pick, text }) => `${pick(people)}${text(2, digits)}@${pick(['corp.io', 'gmail.com', 'acme.co.uk'])}`,
    (secret) => secret,
  ),
  within(
    'ipv4_public',
    ({ int }) => `${int(23, 99)}.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`,
    (secret, { pick }) => `${pick(['connects to', 'ping', 'host'])} ${secret}`,
  ),
  within(
    'ipv4_private',
    ({ int, pick }) =>
      pick([
        `10.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`,
        `192.168.${int(0, 255)}.${int(1, 254)}`,
        `172.${int(16, 31)}.${int(0, 255)}.${int(1, 254)}`,
      ]),
    (secret) => `server ${secret}`,
  ),
  within(
    'ipv6',
    ({ text }) =>
      `2a01:4f8:${text(4, '123456789abcdef')}:${text(4, '123456789abcdef')}::${text(3, '123456789abcdef')}`,
    (secret) => `listens on ${secret}`,
  ),
  within(
    'home_linux',
    ({ pick, text }) => `${pick(people)}${text(2, digits)}`,
    (secret) => `/home/${secret}/work/app/main.py`,
  ),
  within(
    'home_mac',
    ({ pick, text }) => `${pick(people)}${text(2, digits)}`,
    (secret) => `/Users/${secret}/Projects/app`,
  ),
  within(
    'home_win',
    ({ pick, text }) => `${pick(people)}${text(2, digits)}`,
    (secret) => `C:\\Users\\${secret}\\source\\app`,
  ),
  within(
    'phone_us',
    ({ int, pick }) =>
      pick([
        `(${int(201, 989)}) ${int(200, 999)}-${int(1000, 9999)}`,
        `${int(201, 989)}-${int(200, 999)}-${int(1000, 9999)}`,
        `+1 ${int(201, 989)} ${int(200, 999)} ${int(1000, 9999)}`,
      ]),
    (secret) => `call ${secret}`,
  ),
  within(
    'phone_intl',
    ({ int, pick }) =>
      pick([
        `+44 20 ${int(1000, 9999)} ${int(1000, 9999)}`,
        `+49 151 ${int(10000000, 99999999)}`,
        `+91${int(7000000000, 9999999999)}`,
        `+33 6 ${int(10, 99)} ${int(10, 99)} ${int(10, 99)} ${int(10, 99)}`,
      ]),
    (secret) => `Phone: ${secret}`,
  ),
  within(
    'ssn',
    ({ int }) => `${int(100, 665)}-${int(10, 99)}-${int(1000, 9999)}`,
    (secret) => `SSN ${secret}`,
  ),
  within('card', createCard, (secret) => `card ${secret}`),
  within('iban', createIban, (secret) => `IBAN ${secret}`),
]

function createCard({ text, pick }: Random): string {
  const start = `${pick(['4', '51', '55', '4'])}${text(14, digits)}`.slice(0, 15)
  const number = `${start}${[...digits].find((digit) => isLuhn(start + digit))}`
  return pick([number, number.replace(/(\d{4})(?=\d)/g, '$1 '), number.replace(/(\d{4})(?=\d)/g, '$1-')])
}

function isLuhn(number: string): boolean {
  const values = [...number].reverse().map((sign, index) => Number(sign) * (index % 2 ? 2 : 1))
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0
}

function createIban({ text, pick }: Random): string {
  const account = text(18, digits)
  const rest = [...`${account}131400`].reduce((left, sign) => (left * 10 + Number(sign)) % 97, 0)
  const iban = `DE${String(98 - rest).padStart(2, '0')}${account}`
  return pick([iban, iban.replace(/(.{4})(?=.)/g, '$1 ')])
}
