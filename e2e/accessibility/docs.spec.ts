import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from '../support/widget.js'
import { TAGS } from '../support/runAxe.js'
import { PLAN, type Row, STATES } from './plan.js'
import { readResults } from './results.js'

test.skip(({ browserName }) => browserName !== 'chromium', 'what no browser has a part in is tested once')

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const beside = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const AXE = (JSON.parse(readFileSync(beside.resolve('axe-core/package.json'), 'utf8')) as { version: string }).version
const { version: VERSION } = JSON.parse(read('../../package.json')) as { version: string }

/** The words of the table, in either language of the docs. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'accessibility.md': {},
  'accessibility.sl.md': {
    'default': 'privzeta',
    'light': 'svetla',
    'dark': 'temna',
    'forced colours': 'vsiljene barve',
    'more contrast': 'večji kontrast',
    'reduced motion': 'manj gibanja',
  },
}

const lineOf = ({ theme, scheme, looks }: Row, words: Readonly<Record<string, string>>) => {
  const say = (word: string) => words[word] ?? word
  const seen = looks.map(({ language, width, media }) => `${language} ${width} px${media === 'none' ? '' : ` ${say(media)}`}`)
  const result = readResults().find((one) => one.theme === theme && one.scheme === scheme)!
  return `| ${say(theme)} | ${say(scheme)} | ${seen.join(', ')} | ${result.runs} | ${result.applied} | 0 |`
}

for (const [file, words] of Object.entries(WORDS)) {
  test(`${file} says of axe what the runs have shown`, () => {
    const text = read(`../../docs/${file}`)
    expect(text.split('\n')).toEqual(expect.arrayContaining(PLAN.map((row) => lineOf(row, words))))
    const runs = readResults().reduce((sum, one) => sum + one.runs, 0)
    const rules = new Set(readResults().map((one) => one.rules))
    expect(rules.size).toBe(1)
    for (const number of [runs, [...rules][0], Object.keys(STATES).length]) expect(text).toContain(`**${number}**`)
    expect(text).toContain(`axe-core ${AXE}`)
    expect(text).toContain(`Privolim ${VERSION}`)
    for (const tag of TAGS) expect(text).toContain(`\`${tag}\``)
  })

  test(`every test that ${file} names is there`, () => {
    const sources = ['.', '..', '../pitfalls'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url))
        .filter((name) => name.endsWith('.spec.ts'))
        .map((name) => [name, read(`${folder}/${name}`)] as const),
    )
    // In the table: a file, and after a colon the beginning of a title.
    const named = [...read(`../../docs/${file}`).matchAll(/`([\w-]+\.spec\.ts)`: »([^»«]+)«/g)]
    expect(named.length).toBeGreaterThan(20)
    const missing = named.filter(
      ([, name, title]) => !sources.some(([source, text]) => source === name && text.includes(title!.replaceAll("'", "\\'"))) &&
        !sources.some(([source, text]) => source === name && text.includes(title!)),
    )
    expect(missing.map(([line]) => line)).toEqual([])
  })
}

test('both pages say the same of every criterion', () => {
  const numbersIn = (file: string) => read(`../../docs/${file}`).match(/^\| (A\d\d|\d\.\d+\.\d+) .*$/gm)!.map((line) => line.match(/`[^`]+`: »[^»«]+«|\b\d\.\d+\.\d+\b|A\d\d/g))
  expect(numbersIn('accessibility.sl.md')).toEqual(numbersIn('accessibility.md'))
})
