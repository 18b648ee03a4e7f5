// A column's type, independent of engine and format; every writer, reader and description is derived from it.

/** A scalar: 32 or 64 bit signed, double, UTF-8, or a UTC time in microseconds. */
export type Scalar = 'int32' | 'int64' | 'double' | 'boolean' | 'string' | 'timestamp'

export type ColumnType = Scalar | { list: ColumnType } | { struct: readonly Column[] }

/** Every column may be null. */
export interface Column {
  name: string
  type: ColumnType
  description: string
}

/** A column in one line. */
export const column = (name: string, type: ColumnType, description: string): Column => ({
  name,
  type,
  description,
})
