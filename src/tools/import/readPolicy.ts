import { oneLine } from '../text/plain'

const MONTHS = ['januar', 'februar', 'marec|marc', 'april', 'maj', 'junij', 'julij', 'avgust', 'september|septembr', 'oktober|oktobr', 'november|novembr', 'december|decembr']

const DATE = new RegExp(String.raw`(?<!\d)(\d{1,2})\. ?(?:(\d{1,2})\.|(${MONTHS.map((name) => `(?:${name})`).join('|')})[a-z]{0,2}) ?((?:19|20)\d{2})(?!\d)`, 'giu')

/** What stands before the date of a document; an act has one too. */
const OF_DOCUMENT = /(?:velja\w*(?: od)?|sprejet\w*|datum\w*|posodob\w*|sprememb\w*|verzij\w*|različic\w*|objavljen\w*|zadnj\w*|dne|v veljav\w*|updated?|effective|celj\w*|ljubljan\w*|kop\w{2,3}|maribor\w*),?[^.\d]{0,40}$/iu
const OF_ACT = /(?:uradni list|ur\. ?l\.|uredb\w*|direktiv\w*|zakon\w*|št\.)[^.]{0,60}$/iu

const VERSION = /(?:verzija|različica|izdaja|version)\s?(?:št\.?)?[:\s]\s?(\d{1,3}(?:\.\d{1,3}){0,2})/iu

/** The date and the version that a policy gives of itself. */
export const readPolicy = (document: string): { date?: string; version?: string } => {
  const text = oneLine(document)
  const dates = [...text.matchAll(DATE)].map((found) => {
    const [, day = '', number, word, year = ''] = found
    const month = number ? Number(number) : MONTHS.findIndex((name) => new RegExp(`^(?:${name})`, 'i').test(word ?? '')) + 1
    const before = text.slice(Math.max(0, found.index - 80), found.index)
    const isAtEdge = found.index < 200 || found.index > text.length - 200
    const rank = OF_ACT.test(before) ? -1 : OF_DOCUMENT.test(before) ? 2 : isAtEdge ? 1 : 0
    return { date: `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`, rank, isValid: month >= 1 && month <= 12 && Number(day) <= 31 }
  })
  const best = dates.filter(({ rank, isValid }) => isValid && rank > 0).sort((one, other) => other.rank - one.rank)[0]
  const version = VERSION.exec(text)?.[1]
  return { ...(best && { date: best.date }), ...(version && { version }) }
}
