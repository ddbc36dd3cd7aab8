import { policyText } from '../../../src/tools'

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** @param source HTML or text, as it was pasted */
export const textOfPolicy = (source: string): string =>
  /<(?:p|div|body|h1|table|li|br)\b/i.test(source) ? policyText(source, parse) : source
