// Files that programs write. Nobody corrects an AI in them.

const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|go\.sum|composer\.lock|[\w.-]+\.lock|packages\.lock\.json|node_modules\/.*|dist\/.*|build\/.*|vendor\/.*|__snapshots__\/.*|[^/]+\.(?:snap|min\.js|min\.css|map|pb\.go|g\.dart))$/

/** By its path. */
export function isGeneratedFile(path: string): boolean {
  return generated.test(path)
}
