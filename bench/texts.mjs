import { NETWORK, SLOWDOWN } from './phone.mjs'
import { ROWS } from './rows.mjs'
import { numberIn, tableOf } from './table.mjs'

/** The generated part of docs/bench.md. */
export const docsTextOf = (summary) =>
  [
    aboutOf.en(summary),
    tableOf(summary),
    'What axe found, as rule × places:',
    findingsOf(summary),
    ...asideOf(summary),
    aloneOf(summary),
  ].join('\n\n')

/** What the READMEs quote: the main rows. */
export const readmeTextOf = (summary, lang) =>
  `${aboutOf[lang](summary)}\n\n${tableOf(summary, { lang, rows: ROWS.filter(({ main }) => main) })}`

const aboutOf = {
  en: ({ date, rounds, machine: { cores, model, chromium, node } }) =>
    `${date}, on ${count('en', cores, ENGLISH.cores)} (${model}), Chromium ${chromium}, Node ${node}; ` +
    `medians of ${count('en', rounds, ENGLISH.rounds)}. *Slow phone*: ${SLOWDOWN} × slower, and on first visits a network of ` +
    `${NETWORK.latency} ms and ${NETWORK.megabits} Mbit/s.`,
  sl: ({ date, rounds, machine: { cores, model, chromium, node } }) =>
    `Izmerjeno ${dateInSlovenian(date)} (${count('sl', cores, SLOVENIAN.cores)}, ${model}; Chromium ${chromium}, Node ${node}); ` +
    `mediane (${count('sl', rounds, SLOVENIAN.rounds)}). *Počasen telefon*: ${SLOWDOWN}-krat počasnejši od računalnika, ob prvem ` +
    `obisku na omrežju z zakasnitvijo ${NETWORK.latency} ms in hitrostjo ${numberIn('sl', NETWORK.megabits, 1)} Mbit/s.`,
}

const ENGLISH = { cores: { one: 'core', other: 'cores' }, rounds: { one: 'round', other: 'rounds' } }

const SLOVENIAN = {
  cores: { one: 'jedro', two: 'jedri', few: 'jedra', other: 'jeder' },
  rounds: { one: 'krog', two: 'kroga', few: 'krogi', other: 'krogov' },
}

const count = (lang, number, forms) => `${number} ${forms[new Intl.PluralRules(lang).select(number)]}`

const dateInSlovenian = (date) => {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}. ${month}. ${year}`
}

const findingsOf = ({ peers }) =>
  peers.map(({ name, figures: { axeQuestion, axePreferences } }) => {
    const list = (found) => (found.length > 0 ? found.map(({ rule, places }) => `${rule} × ${places}`).join(', ') : 'nothing')
    const parts = [axeQuestion && `question: ${list(axeQuestion)}`, axePreferences && `preferences: ${list(axePreferences)}`]
    return `- ${name}: ${parts.filter(Boolean).join('; ')}`
  }).join('\n')

const asideOf = ({ aside }) =>
  aside.map(({ name, figures: { firstBytes, firstRequests, returningBytes, asked } }) => {
    const number = ({ median }) => numberIn('en', median)
    const first = `${number(firstBytes)} B in ${number(firstRequests)} requests on the first visit`
    return `${name}: ${first}, ${number(returningBytes)} B on a returning one; the question can be answered after ${number(asked)} ms.`
  })

const aloneOf = ({ alone: { painted, longest } }) =>
  `The page alone, on the slow phone: painted after ${numberIn('en', painted.median)} ms, longest task ${numberIn('en', longest.median)} ms.`
