/**
 * FNV-1a, 32 bits. Synchronous and everywhere: `crypto.subtle` is missing on http and intranets
 * (gates must be decided before the parser goes on), and nothing here is a secret.
 * @returns at most seven characters `[0-9a-z]`
 */
export const hash = (text: string): string => {
  let value = 0x811c9dc5
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0)!, 0x01000193)
  return (value >>> 0).toString(36)
}
