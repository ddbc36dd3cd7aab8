import { importInventory as importPurely, type Imported } from '../../../src/tools'

const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** @param source text as it was pasted, or the bytes of a file in whatever encoding */
export const importInventory = (source: string | Uint8Array, name?: string): Imported =>
  importPurely(source, { parseHtml, ...(name !== undefined && { name }) })
