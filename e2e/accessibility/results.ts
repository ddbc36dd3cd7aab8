import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from '../support/widget.js'
import type { Row } from './plan.js'

/** What one way through has shown, as the page in docs quotes it. */
export interface Result {
  readonly theme: string
  readonly scheme: string
  /** Pages looked at. */
  readonly runs: number
  /** Rules asked on each. */
  readonly rules: number
  /** Rules that had something to look at. */
  readonly applied: number
}

const FILE = new URL('results.json', import.meta.url)

/** `REWRITE=1` writes what is found instead of comparing it, here and in the reading order. */
export const REWRITES = !!process.env.REWRITE

export const readResults = (): Result[] => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []) as Result[]

export const resultOf = ({ theme, scheme }: Row, counts: Omit<Result, 'theme' | 'scheme'>): Result => ({
  theme,
  scheme,
  ...counts,
})

/** Fails where the record says something else: then the page in docs would say what is not so. */
export const sayResult = (result: Result): void => {
  const isSame = ({ theme, scheme }: Result) => theme === result.theme && scheme === result.scheme
  const all = readResults()
  if (!REWRITES) return expect(all.find(isSame), 'results.json, written with REWRITE=1').toEqual(result)
  const key = ({ theme, scheme }: Result) => `${theme} ${scheme}`
  const next = [...all.filter((one) => !isSame(one)), result].sort((one, other) => key(one).localeCompare(key(other)))
  writeFileSync(FILE, `${JSON.stringify(next, undefined, 2)}\n`)
}
