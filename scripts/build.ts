// Builds dist/ from one config: `node scripts/build.ts`. Two builds of one tree are byte-identical.
// What is done here beyond the ordinary keeps a cold start short; bench/ has the figures.

import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'rolldown'
import { trimArtifactClient } from './trim-artifact-client.ts'

// A CommonJS function behind a default export that its types call a namespace.
const license: (options: { thirdParty: { output: string } }) => Plugin = createRequire(import.meta.url)(
  'rollup-plugin-license',
)

// Importing `node:process` or `node:module` into an ES module runs every getter of theirs, which opens the standard
// streams and loads workers: 10 ms in a process that lives for 70. vfile and yaml have builds that import neither.
const withoutBuiltins: Plugin = {
  name: 'without-builtins',
  resolveId(source, importer) {
    if (importer === undefined) return null
    if (/^#min(?:path|proc|url)$/.test(source))
      return join(dirname(importer), `${source.slice(1)}.browser.js`)
    return source === 'yaml' ? resolve('node_modules/yaml/browser/index.js') : null
  },
}

// The artifact client is CommonJS in large part and needs `node:module`; bundled with the rest it would give that
// to every chunk.
const withoutArtifact: Plugin = {
  name: 'without-artifact',
  resolveId: (source) =>
    source === '@actions/artifact' ? { id: './chunks/artifact.js', external: true } : null,
}

const shared = {
  platform: 'node',
  // `@actions/core` loads an HTTP client only for its OIDC part, which we do not use.
  treeshake: { moduleSideEffects: false },
} as const satisfies BuildOptions

await rm('dist', { recursive: true, force: true })
await build({
  ...shared,
  input: { artifact: '@actions/artifact' },
  plugins: [trimArtifactClient(), license({ thirdParty: { output: 'dist/chunks/artifact-licenses.txt' } })],
  output: {
    dir: 'dist/chunks',
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    codeSplitting: false,
  },
})
// Each entry is bundled on its own, so that what it always runs is one file: every further file costs half a
// millisecond to find and link.
for (const entry of ['check', 'cli']) {
  await build({
    ...shared,
    input: { [entry]: `src/${entry}.ts` },
    plugins: [
      withoutBuiltins,
      withoutArtifact,
      license({ thirdParty: { output: `dist/${entry}-licenses.txt` } }),
    ],
    output: {
      dir: 'dist',
      format: 'esm',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: `chunks/${entry}-[name].js`,
    },
  })
}
