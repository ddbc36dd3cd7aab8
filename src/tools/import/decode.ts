/** Letters of Slovenian where the two old encodings differ: š ž Š Ž of windows-1250, and of ISO 8859-2. */
const OF_1250 = /[\x9a\x9e\x8a\x8e]/g
const OF_8859 = /[\xb9\xbe\xa9\xae]/g

/**
 * Bytes as text: by their mark, as UTF-8 where they are, as UTF-16 where every other byte is zero, else in the encoding
 * that an HTML page names, else in the likelier of the two that Slovenian pages were once written in.
 */
export const decode = (input: string | Uint8Array): string => {
  if (typeof input === 'string') return input.replace(/^\ufeff/, '')
  const [first, second] = input
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(input)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(input)
  const sample = input.subarray(0, 400)
  const zeros = [0, 1].map((rest) => sample.filter((byte, index) => byte === 0 && index % 2 === rest).length)
  if (zeros[1]! > sample.length / 4) return new TextDecoder('utf-16le').decode(input)
  if (zeros[0]! > sample.length / 4) return new TextDecoder('utf-16be').decode(input)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    return decodeOld(input)
  }
}

const decodeOld = (input: Uint8Array): string => {
  const bytes = new TextDecoder('latin1').decode(input.subarray(0, 20_000))
  // Browsers call latin1 what is windows-1252, which has other characters from 0x80 to 0x9f.
  const raw = Array.from(input.subarray(0, 20_000), (byte) => String.fromCharCode(byte)).join('')
  const named = /charset=["']?([\w-]{3,20})/i.exec(bytes)?.[1]
  const guess = (raw.match(OF_1250)?.length ?? 0) >= (raw.match(OF_8859)?.length ?? 0) ? 'windows-1250' : 'iso-8859-2'
  for (const encoding of named && !/utf/i.test(named) ? [named, guess] : [guess]) {
    try {
      return new TextDecoder(encoding).decode(input)
    } catch {
      // A name that nobody knows.
    }
  }
  return bytes
}
