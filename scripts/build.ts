// Builds dist/ from one config: `node scripts/build.ts`. Two builds of one tree are byte-identical.
// What is done here beyond the ordinary keeps a cold start short; bench/ has the figures.

import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'rolldown'
import { inlineExamples } from './inline-examples.ts'
import { inlineSql } from './inline-sql.ts'
import { trimArtifactClient } from './trim-artifact-client.ts'

// A CommonJS function behind a default export that its types call a namespace.
const license: typeof import('rollup-plugin-license').default = createRequire(import.meta.url)(
  'rollup-plugin-license',
)

/** The licence of every package in any bundle, by name and version. */
const licenses = new Map<string, string>()

// Rollup's plugin type is not rolldown's, though rolldown runs its plugins.
function collectLicenses(): Plugin {
  return license({
    thirdParty: {
      output(dependencies) {
        for (const dependency of dependencies) {
          licenses.set(`${dependency.name}@${dependency.version}`, dependency.text())
        }
      },
    },
  }) as unknown as Plugin
}

// Importing `node:process` or `node:module` into an ES module runs every getter of theirs, which opens the standard
// streams and loads workers: 10 ms in a process that lives for 70. vfile and yaml have builds that import neither.
const withoutBuiltins: Plugin = {
  name: 'without-builtins',
  resolveId(source, importer) {
    if (importer === undefined) return null
    if (/^#min(?:path|proc|url)$/.test(source))
      return join(dirname(importer), `${source.slice(1)}.browser.js`)
    // Its main file is UMD, whose parts no bundler finds.
    if (source === 'jsonc-parser') return resolve('node_modules/jsonc-parser/lib/esm/main.js')
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

// Shared with the rest, it would split what every run loads into more files.
const withoutEvidence: Plugin = {
  name: 'without-evidence',
  resolveId: (source, importer) =>
    importer !== undefined && source === './read-evidence.ts'
      ? { id: './chunks/evidence.js', external: true }
      : null,
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
  plugins: [trimArtifactClient(), collectLicenses()],
  // An upload sends no forms, and asking whether it does loads Node's own HTTP client.
  transform: { define: { FormData: 'undefined' } },
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
for (const entry of ['check', 'cli', 'dataset']) {
  await build({
    ...shared,
    input: { [entry]: `src/${entry}.ts` },
    plugins: [
      withoutBuiltins,
      withoutArtifact,
      withoutEvidence,
      inlineSql,
      inlineExamples,
      collectLicenses(),
    ],
    // Native: installed beside the bundles, or by the dataset action.
    external: ['@duckdb/node-api'],
    output: {
      dir: 'dist',
      format: 'esm',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: `chunks/${entry}-[name].js`,
      // What `check` runs is one file of the command line, too, though the commands for datasets need parts of it.
      ...(entry === 'cli'
        ? { codeSplitting: { groups: [{ name: 'run', test: /\/src\/cli\/run\.ts$/ }] } }
        : {}),
    },
  })
}
// What reads the transcripts of a job: see src/github/evidence/create-evidence-source.ts.
await build({
  ...shared,
  input: { evidence: 'src/github/evidence/read-evidence.ts' },
  plugins: [withoutBuiltins, collectLicenses()],
  output: {
    dir: 'dist/chunks',
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    codeSplitting: false,
  },
})
// What a thread of the map runs, for the command line and the action: see src/dataset/map/map-threads.ts.
await build({
  ...shared,
  input: { 'map-worker': 'src/dataset/map/worker.ts' },
  plugins: [withoutBuiltins, inlineSql, collectLicenses()],
  external: ['@duckdb/node-api'],
  output: {
    dir: 'dist/chunks',
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'map-worker-[name].js',
  },
})

const texts = [...licenses]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, text]) => text.replaceAll('\r\n', '\n'))
await writeFile('dist/licenses.txt', `${texts.join('\n\n---\n\n')}\n`)
