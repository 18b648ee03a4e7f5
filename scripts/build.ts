// Builds dist/ from one config: `node scripts/build.ts`. Two builds of one tree are byte-identical.

import { rm } from 'node:fs/promises'
import { build } from 'rolldown'
import * as licensePlugin from 'rollup-plugin-license'

await rm('dist', { recursive: true, force: true })
await build({
  input: { check: 'src/check.ts', cli: 'src/cli.ts' },
  platform: 'node',
  // `@actions/core` loads an HTTP client only for its OIDC part, which we do not use: without this its import
  // alone would cost more than reading a pull request (see bench/).
  treeshake: { moduleSideEffects: false },
  plugins: [license({ thirdParty: { output: 'dist/licenses.txt' } })],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  },
})
