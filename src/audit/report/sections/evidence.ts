import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../cli/io'
import type { Evidence } from '../../judgement'
import { STATE } from '../groups'
import type { Speech } from '../language'
import { type Report, shortened } from '../page'

const page = ({ record }: Report, state: string, index: number): string =>
  record.states.find(({ name }) => name === state)?.pages[index]?.url ?? ''

const pathOf = (url: string) => {
  try {
    return new URL(url).pathname
  } catch {
    return url
  }
}

/** »Po zavrnitvi, /novice«. */
const where = (report: Report, state: keyof typeof STATE, index: number) =>
  `${report.speech.say(STATE[state])}, ${pathOf(page(report, state, index))}`

const STYLE: Readonly<Record<string, Both>> = {
  width: { sl: 'širina', en: 'width' },
  height: { sl: 'višina', en: 'height' },
  fontSize: { sl: 'velikost pisave', en: 'font size' },
  fontWeight: { sl: 'debelina', en: 'weight' },
  color: { sl: 'barva', en: 'colour' },
  background: { sl: 'ozadje', en: 'background' },
  border: { sl: 'obroba', en: 'border' },
  contrast: { sl: 'kontrast', en: 'contrast' },
  tag: { sl: 'element', en: 'element' },
  role: { sl: 'vloga', en: 'role' },
}

const styleIn = (values: Readonly<Record<string, string>>, { say, language }: Speech) =>
  Object.entries(values)
    .flatMap(([key, value]) => {
      const name = STYLE[key]
      const shown = language === 'sl' && /^\d+\.\d+$/.test(value) ? value.replace('.', ',') : value
      return name ? [`${say(name)} ${shown}`] : []
    })
    .join('; ')

const lineOf = (evidence: Evidence, report: Report): readonly [code: string, rest: string] => {
  switch (evidence.kind) {
    case 'request':
      return [shortened(evidence.url), where(report, evidence.state, evidence.page)]
    case 'cookie':
    case 'stored':
      return [evidence.name, `${shortened(evidence.detail)} — ${where(report, evidence.state, evidence.page)}`]
    case 'picture':
      return [`pictures/${evidence.file}`, '']
    case 'style':
      return [evidence.what, styleIn(evidence.values, report.speech)]
    case 'text':
      return [shortened(evidence.text), '']
  }
}

/** Enough to see it by; `report.json` has the rest. */
const MOST = 6

/** A list of what shows it; nothing where there is none. */
export const evidenceList = (evidence: readonly Evidence[], report: Report, most = MOST): Tree[] => {
  const lines = new Map(evidence.map((one) => [lineOf(one, report).join('\n'), lineOf(one, report)]))
  const all = [...lines.values()]
  if (!all.length) return []
  const left = all.length - most
  const { say, number } = report.speech
  return [
    [
      'ul',
      { class: 'evidence' },
      ...all.slice(0, most).map(([code, rest]): Tree => ['li', {}, ['code', {}, code], ...(rest ? [` ${rest}`] : [])]),
      ...(left > 0
        ? [['li', {}, say({ sl: `in še ${number(left)}, glejte report.json`, en: `and ${number(left)} more, see report.json` })] as Tree]
        : []),
    ],
  ]
}
