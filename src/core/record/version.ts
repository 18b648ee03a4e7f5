// The version that records and `--version` carry. A test compares it with package.json.

export const version = '1.0.0'
