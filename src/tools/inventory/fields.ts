/** An object of JSON, of which nothing is known but that. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an object holds; nothing for anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** The items of a list; none for anything else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A string without what stands around it; empty for anything else. */
export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Missing, or there and empty; what is of the wrong type is neither. */
export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''
