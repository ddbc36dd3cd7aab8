/** What JSON is made of. An inventory that is being written may be anything yet. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [name: string]: Json
}

/** A way into a JSON value: names of fields and indexes of lists. */
export type Keys = readonly (string | number)[]

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns what stands at the place; `undefined` where there is none */
export const getAt = (value: unknown, keys: Keys): unknown =>
  keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  )

/** An empty object within an object tells nothing, and would only be refused. */
const isHollow = (value: unknown) => isObject(value) && Object.keys(value).length === 0

/**
 * The same value with something else in one place; the original stays as it is.
 *
 * @param next `undefined` takes the field out of its object, or the row out of its list
 */
export const setAt = (value: unknown, keys: Keys, next: unknown): Json => {
  const [key, ...rest] = keys
  if (key === undefined) return next as Json
  const inner = rest.length ? setAt(getAt(value, [key]), rest, next) : next
  if (typeof key === 'number' || Array.isArray(value)) {
    const list = Array.isArray(value) ? [...(value as Json[])] : []
    const index = Number(key)
    if (inner === undefined) list.splice(index, 1)
    else list.splice(index, 1, inner as Json)
    return list
  }
  const { [key]: _, ...others } = isObject(value) ? value : {}
  if (inner === undefined || (rest.length && isHollow(inner))) return others
  // A field keeps its place, so that the file reads the same after a correction.
  return isObject(value) && Object.hasOwn(value, key)
    ? { ...value, [key]: inner as Json }
    : { ...others, [key]: inner as Json }
}

/** `services[0].cookies[2].duration` → `['services', 0, 'cookies', 2, 'duration']` */
export const keysOf = (place: string): (string | number)[] =>
  [...place.matchAll(/([^.[\]]+)/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key))

/** What a list at a place holds; empty where there is none. */
export const listAt = (value: unknown, keys: Keys): JsonObject[] => {
  const list = getAt(value, keys)
  return Array.isArray(list) ? (list as unknown[]).map((row) => (isObject(row) ? row : {})) : []
}

/** A text at a place; of one by language the Slovenian, else the first. Empty where there is none. */
export const textAt = (value: unknown, keys: Keys): string => {
  const text = getAt(value, keys)
  if (typeof text === 'string') return text
  if (!isObject(text)) return ''
  const first = text.sl ?? Object.values(text)[0]
  return typeof first === 'string' ? first : ''
}
