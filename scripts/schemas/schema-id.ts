// Where the published schemas live.

/** The head of the schema file `schema/<name>.schema.json`. */
export function schemaId(name: string) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://raw.githubusercontent.com/ai-worklog/ai-worklog/v1/schema/${name}.schema.json`,
  }
}
