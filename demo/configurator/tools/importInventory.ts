import type { Imported } from './importing'
import { plainImport } from './plainImport'

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** @param source text as it was pasted, or the bytes of a file in whatever encoding */
export const importInventory = (source: string | Uint8Array, _name?: string): Imported =>
  plainImport(typeof source === 'string' ? source : new TextDecoder().decode(source), parse)
