import type { Text } from '../core/inventory/types'

type ByLanguage = Readonly<Record<string, string>>

/** A plain string is Slovenian. */
export const byLanguage = (text: Text = {}): ByLanguage => (typeof text === 'string' ? { sl: text } : text)

/** Words of letters alone, not shouted: neither a tick, nor an emoji, nor capitals make one answer louder. */
const isPlain = (text: string) => /^[\p{L} ’'-]+$/u.test(text) && text !== text.toUpperCase()

/**
 * Whether a site's own words would make the two answers unlike. A site may call them as it likes, but both or neither,
 * in the same languages, in plain words, and neither so much longer that it looks weightier (requirement R11).
 */
export const areUnlike = (accept: ByLanguage, reject: ByLanguage): boolean =>
  Object.keys({ ...accept, ...reject }).some((language) => {
    const [one = '', other = ''] = [accept[language], reject[language]]
    return !isPlain(one) || !isPlain(other) || Math.max(one.length, other.length) > 1.6 * Math.min(one.length, other.length)
  })
