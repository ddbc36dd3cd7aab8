import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { Evidence } from '../../judgement'
import { groupBy, STATE } from '../../judge/words'
import type { Speech } from '../language'
import { shortened } from '../blocks'
import type { Report } from '../report'

const page = ({ record }: Report, state: string, index: number): string =>
  record.states.find(({ name }) => name === state)?.pages[index]?.url ?? ''

const pathOf = (url: string) => {
  try {
    return new URL(url).pathname
  } catch {
    return url
  }
}

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
      const shown = key === 'tag' ? value.toLowerCase() : language === 'sl' && /^\d+\.\d+$/.test(value) ? value.replace('.', ',') : value
      return name ? [`${say(name)} ${shown}${/^(width|height|fontSize)$/.test(key) ? '\u00a0px' : ''}`] : []
    })
    .join('; ')

const BUTTON: Readonly<Record<string, Both>> = {
  accept: { sl: 'gumb za sprejem', en: 'the button that accepts' },
  refuse: { sl: 'gumb za zavrnitev', en: 'the button that refuses' },
}

/** What is seen, what is said of it, and on which page of which state, if on any. */
interface Line {
  readonly code: string
  readonly rest: string
  readonly state: string
  readonly path: string
}

const lineOf = (evidence: Evidence, report: Report): Line => {
  const { say } = report.speech
  const line = (code: string, rest = '', state = '', path = ''): Line => ({ code, rest, state, path })
  switch (evidence.kind) {
    case 'request':
      return line(shortened(evidence.url), '', say(STATE[evidence.state]), pathOf(page(report, evidence.state, evidence.page)))
    case 'cookie':
    case 'stored':
      return line(
        evidence.name,
        shortened(evidence.detail),
        say(STATE[evidence.state]),
        pathOf(page(report, evidence.state, evidence.page)),
      )
    case 'picture':
      return line(`pictures/${evidence.file}`)
    case 'style': {
      const [key = '', ...label] = evidence.what.split(' ')
      const name = BUTTON[key]
      return line(name ? label.join(' ') : evidence.what, [name && say(name), styleIn(evidence.values, report.speech)].filter(Boolean).join(': '))
    }
    case 'text':
      return line(shortened(evidence.text))
  }
}

const PAGES = 4

/** »Po zavrnitvi: /, /novice in še 3«. */
const whereOf = (lines: readonly Line[], { say, number }: Speech): string => {
  const paths = [...new Set(lines.map(({ path }) => path).filter(Boolean))]
  const left = paths.length - PAGES
  const shown = (left > 1 ? paths.slice(0, PAGES) : paths).join(', ')
  const more = left > 1 ? say({ sl: ` in še ${number(left)}`, en: ` and ${number(left)} more` }) : ''
  return paths.length ? `${lines[0]?.state}: ${shown}${more}` : ''
}

/** Enough to see it by; `report.json` has the rest. */
const MOST = 6

/** A list of what shows it, the same on several pages once; nothing where there is none. */
export const evidenceList = (evidence: readonly Evidence[], report: Report, most = MOST): Tree[] => {
  const { say, number } = report.speech
  const lines = evidence.map((one) => lineOf(one, report))
  const groups = [...groupBy(lines, ({ code, rest, state }) => [code, rest, state].join('\n')).values()]
  if (!groups.length) return []
  const left = groups.length - most
  const item = (group: readonly Line[]): Tree => {
    const about = [group[0]?.rest, whereOf(group, report.speech)].filter(Boolean).join(' · ')
    return ['li', {}, ['code', {}, group[0]?.code ?? ''], ...(about ? [` ${about}`] : [])]
  }
  const more: Tree[] = left > 0 ? [['li', {}, say({ sl: `in še ${number(left)}, glejte report.json`, en: `and ${number(left)} more, see report.json` })]] : []
  return [['ul', { class: 'evidence' }, ...groups.slice(0, most).map(item), ...more]]
}
