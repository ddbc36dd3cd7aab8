import { ROWS } from './rows.mjs'

const WORDS = {
  en: { yes: 'yes', no: 'no', phone: 'slow phone' },
  sl: { yes: 'da', no: 'ne', phone: 'počasen telefon' },
}

const RAISED = '¹²³⁴⁵⁶⁷⁸⁹'

/** The summary as a table in Markdown, with the notes that explain its dashes below. */
export const tableOf = ({ peers }, { lang = 'en', rows = ROWS } = {}) => {
  const notes = []
  const raised = (text) => {
    if (!notes.includes(text)) notes.push(text)
    return RAISED[notes.indexOf(text)]
  }
  const cellOf = (row, peer) => {
    const cell = valueOf(row, peer, lang)
    const note = peer.notes?.[row.note]?.[lang]
    return note && (row.always || cell === '—') ? `${cell} ${raised(note)}` : cell
  }
  const lines = [
    ['', ...peers.map(({ name, version }) => `${name} ${version}`)],
    ['---', ...peers.map(() => '---:')],
    ...rows.map((row) => [labelOf(row, lang), ...peers.map((peer) => cellOf(row, peer))]),
  ]
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  return notes.length > 0 ? `${table}\n\n${notes.map((text, index) => `${RAISED[index]} ${text}`).join('  \n')}` : table
}

const labelOf = (row, lang) => (row.phone ? `${row[lang]} *(${WORDS[lang].phone})*` : row[lang])

const valueOf = ({ figure, places }, { figures, order }, lang) => {
  if (figure === 'order') return order === undefined ? '—' : WORDS[lang][order ? 'yes' : 'no']
  const value = figures[figure]
  if (!value) return '—'
  if (Array.isArray(value)) return String(value.reduce((sum, { places: count }) => sum + count, 0))
  return numberIn(lang, value.median, places)
}

/** Slovenian groups digits from five on. */
export const numberIn = (lang, value, places = 0) =>
  value.toLocaleString(lang, {
    minimumFractionDigits: value === 0 ? 0 : places,
    maximumFractionDigits: places,
    useGrouping: lang === 'sl' ? 'min2' : true,
  })
