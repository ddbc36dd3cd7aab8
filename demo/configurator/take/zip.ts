import { strToU8, zipSync } from 'fflate'
import type { Package } from './packageOf'

/**
 * @param when the moment that all files bear
 * @returns the bytes of an archive; names and texts in UTF-8
 */
export const zip = (files: Package, when: Date): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
    mtime: when,
  })
