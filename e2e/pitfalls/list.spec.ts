import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const LABS = '1 1b 1c 1d 1e 2 2b 3 3b 3c 4 4b 4c 5 6 7 7b 8 8b 9 10 11 12 13'.split(' ').map((id) => `LAB-${id}`)
const NUMBERS = Array.from({ length: 40 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)

const TITLES = /^\s*(?:test(?:\.describe)?\(\s*['"`]|['"`])((?:(?:P\d\d|LAB-\w+|F\d) )+)/gm

/** Of each file, the numbers that its tests begin with; those that are not run yet do not count. */
const named = new Map(
  ['../', './'].flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => {
        const titles = [...read(folder + name).matchAll(TITLES)]
        return [name, new Set(titles.flatMap(([, numbers]) => numbers!.trim().split(' ')))] as const
      }),
  ),
)

// No browser has a part in this.
test.skip(({ browserName }) => browserName !== 'chromium', 'once is enough')

test('the table of pitfalls has every number, and the files that it names have tests of that number', () => {
  const rows = read('../../docs/pitfalls.md').matchAll(/^\| (P\d\d|LAB-\w+|F\d) \|.*\| ([^|]+) \|$/gm)
  const listed = [...rows].map(([, number, files]) => ({ number: number!, files: files!.split(', ') }))
  expect(listed.map(({ number }) => number)).toEqual([...NUMBERS, ...LABS, 'F1', 'F7'])
  const missing = listed.flatMap(({ number, files }) => {
    const lacking = files.filter((file) => named.get(file.replaceAll('`', ''))?.has(number) === false)
    return lacking.map((file) => `${number} ${file}`)
  })
  expect(missing).toEqual([])
})

test('each pitfall and each bug of others has a test that begins with its number', () => {
  const all = new Set([...named.values()].flatMap((numbers) => [...numbers]))
  expect([...NUMBERS, ...LABS, 'F1', 'F7'].filter((number) => !all.has(number))).toEqual([])
})
