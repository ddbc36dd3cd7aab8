import { mentionedIn, withoutMentions } from './mentions'
import { categoryIn } from './categories'
import { type Field } from './columns'
import { durationInSentence, isDuration, isoOf, lengthsIn } from './durations'
import { cleanName, isName, mayBeName, namesIn } from './names'
import { oneLine } from '../text/plain'
import { type Around, labelled, type ReadRow, recordsOf, storageIn } from './readTable'

const DASH = /\s+[–—-]\s+|\s*[–—]\s*/

/** »Trajanje: 2 leti«, »(trajanje 2 leti)«, »velja 2 leti«: a length and the words that lead to it. */
const LASTING = /[,;.]?\s*\(?\s*(?:čas\s)?(?:trajanj\w*|veljavnost\w*|velja|hramb\w*|rok(?: hrambe)?|poteče(?: po)?|potek|expires?(?: after)?|duration|lifetime)\s*(?:piškotka\s*)?[:=–-]?\s*([^();.]{1,60})\)?\.?/iu

const BRACKET = /\s*\(([^()]{1,120})\)/g

interface Duration {
  readonly text: string
  readonly duration?: string
}

/** Takes the duration out of a sentence that says little else about time. */
const withoutDuration = (text: string): Duration => {
  const lasting = LASTING.exec(text)
  const value = lasting?.[1]?.trim()
  if (lasting && value && isDuration(value)) return { text: text.replace(lasting[0], '').trim(), duration: value }
  for (const [whole, inside = ''] of text.matchAll(BRACKET)) {
    const part = inside.split(/\s*[,;]\s*/).find(isDuration)
    if (part) return { text: text.replace(whole, '').trim(), duration: part }
  }
  const duration = durationInSentence(text)
  return { text, ...(duration && { duration }) }
}

/** A short phrase that names who sets it, between two dashes. */
const isProvider = (text: string) => text.length <= 50 && /^\p{Lu}/u.test(text) && !/[.!?]$/.test(text) && text.split(' ').length <= 5

/**
 * An item of a list, or a line of its own: a name (or several), a dash or a colon, and what it is for. A name that could
 * be any word needs a duration beside it, or neighbours that are read alike.
 * @param isTrusted whether the lines around it are known to be records
 */
export const readItem = (written: string, around: Around, isTrusted: boolean): ReadRow[] => {
  const text = oneLine(written)
  const colon = /^([^:\s][^:–]{0,80}?):\s+(.+)$/.exec(text)
  const parts = text.split(DASH).map((part) => part.trim())
  const [head, rest] = parts.length > 1 ? [parts[0]!, parts.slice(1)] : colon ? [colon[1]!, [colon[2]!]] : bracketed(text)
  if (!head || !rest.length) return []
  const inBrackets = [...head.matchAll(BRACKET)].map(([, inside]) => inside ?? '').join(', ')
  const named = head.replace(BRACKET, '').replace(/^(?:piškotek|piškotka|piškotki|cookie)\s+/iu, '')
  const names = namesIn(named)
  if (!names.length) return []
  const between = rest.length > 1 && isProvider(rest[0]!) && !isDuration(rest[0]!) ? rest[0] : undefined
  const provider = between ?? mentionedIn(inBrackets)[0]?.written
  const own = between ? rest.slice(1) : rest
  const texts = own.filter((part) => !isDuration(part))
  // »_ga – analitični – loči obiskovalce«; what stands alone is what it is for.
  const kept = texts.length > 1 ? texts.filter((part) => !(part.length < 30 && categoryIn(part))) : texts
  const { text: purpose, duration = own.find(isDuration) ?? inBrackets.split(/\s*[,;]\s*/).find(isDuration) } = withoutDuration(kept.join(' – '))
  const isSure = namesIn(named, true).length > 0
  if (!isSure && !isTrusted && !(duration && names.length === 1)) return []
  const category = texts.filter((part) => !kept.includes(part)).map(categoryIn)[0] ?? categoryIn(withoutMentions(inBrackets))
  const fields: Partial<Record<Field, string>> = {
    name: names.join(', '),
    purpose,
    ...(duration && { duration }),
    ...(provider && { provider }),
  }
  return recordsOf(fields, category ? { ...around, category } : around, isSure ? 0.85 : 0.6).map((row) => ({ ...row, source: text }))
}

/** »_ga (2 leti) šteje obiske«: the bracket parts the name from the rest. */
const bracketed = (text: string): [string, string[]] => {
  const [, name = '', rest = ''] = /^(\S{1,80})\s+(\(.+)$/.exec(text) ?? []
  return isName(cleanName(name)) ? [name, [rest]] : ['', []]
}

/** »Ime: _ga, trajanje: 2 leti«: labels and values on one line. */
export const readLabels = (written: string, around: Around): ReadRow[] => {
  const parts = written.split(/(?:[,;.|]|\s[–-])\s+(?=[\p{L} ]{2,30}:)/u).map(labelled)
  const fields: Partial<Record<Field, string>> = {}
  for (const part of parts) if (part) fields[part[0]] ??= part[1]
  if (!fields.name || Object.keys(fields).length < 2) return []
  return recordsOf(fields, around, 0.85).map((row) => ({ ...row, source: oneLine(written) }))
}

/** A stop, a space and a capital; not a stop within a name or after »oz.«. */
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}„»"])/u

const ABOUT_COOKIES = /piškot|piskot|cookie|kolačić|kolacic|localstorage|lokaln\w* shramb/iu

const CALL = /\s?\(\s{0,9}\)/y

/** Words of a sentence that are names for certain; a call in code (`gat._anonymizeIp ()`) is none. */
const namesOf = (sentence: string): string[] => {
  const isCall = (end: number) => {
    CALL.lastIndex = end
    return CALL.test(sentence)
  }
  const found = [...sentence.matchAll(/[^\s,;()„“”"»«'`]+/gu)]
    .filter(({ 0: word, index }) => !isCall(index + word.length))
    .map(([word]) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => isName(word))
    .map(cleanName)
  return [...new Set(found)]
}

/** Records that running text names. Only what is a name for certain, in a sentence about cookies. */
export const readProse = (written: string, around: Around): ReadRow[] => {
  const text = oneLine(written)
  if (!ABOUT_COOKIES.test(text)) return []
  let before: Around = around
  return text.split(SENTENCE_END).flatMap((sentence) => {
    const category = categoryIn(withoutMentions(sentence))
    if (category) before = { ...around, category }
    const names = namesOf(sentence)
    if (!names.length) return []
    const lengths = lengthsIn(sentence).filter(isDuration)
    const one = lengths.length === 1 ? lengths[0] : durationInSentence(sentence)
    const provider = around.provider ?? mentionedIn(sentence)[0]?.written
    return names.map((name, index): ReadRow => {
      const duration = lengths.length === names.length ? lengths[index] : one
      const iso = duration && isoOf(duration)
      const storage = storageIn(sentence)
      return {
        name,
        purpose: sentence.length > 300 ? `${sentence.slice(0, 299)}…` : sentence,
        ...(duration && { duration }),
        ...(iso && { iso }),
        ...(before.category && { category: before.category }),
        ...(provider && { provider }),
        ...(storage && { storage }),
        confidence: mayBeName(name) ? 0.6 : 0.4,
        source: sentence,
      }
    })
  })
}
