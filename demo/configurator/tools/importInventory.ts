import { importInventory as importPurely, type Imported } from '../../../src/tools'
import { parseHtml } from './parseHtml'

/** @param source text as it was pasted, or the bytes of a file in whatever encoding */
export const importInventory = (source: string | Uint8Array, name?: string): Imported =>
  importPurely(source, { parseHtml, ...(name !== undefined && { name }) })
