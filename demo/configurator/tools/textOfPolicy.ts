import { policyText } from '../../../src/tools'
import { isHtml } from '../../../src/tools/html/isHtml'
import { decode } from '../../../src/tools/import/decode'
import { parseHtml } from './parseHtml'

/** @param source HTML or text, as it was pasted, or the bytes of a file in whatever encoding */
export const textOfPolicy = (source: string | Uint8Array): string => {
  const text = decode(source)
  return isHtml(text) ? policyText(text, parseHtml) : text
}
