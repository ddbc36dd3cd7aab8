import { describe, expect, test } from 'vitest'
import { longestSeconds } from '../tools/duration/compareDurations'
import { parseDuration } from '../tools/duration/duration'
import vectors from '../tools/duration/durationsSl.json'
import { lengthOf } from './lengthOf'

const seconds = (text: string) => longestSeconds(parseDuration(text))

const SPELLINGS = [
  ...vectors.map(({ input }) => input),
  '30 s', '45 sekund', '90 min', '1 hour', '24h', '1 day', '1d', '7 dni', '1 teden', '2 tedna', '2 weeks',
  '30 days', '1 month', '12 months', '12 mesecev', '400 dni', '1 leto in 2 meseca', '1 year', '24 mesecev',
  '25 mesecev', '10 let', '365 dni', '60 dni', 'persistent', 'session', 'next-page', 'trajno', 'Sejni piškotek',
  'PT30S', 'PT30M', 'PT24H', 'PT1H30M', 'P1D', 'P1DT12H', 'P2W', 'P30D', 'P6M', 'P1Y', 'P1Y1M4D', 'P13M', 'P2Y',
]

describe('lengthOf', () => {
  test.each([
    ['Trajanje seje', 0],
    ['SEJA', 0],
    ['session', 0],
    ['Do ogleda naslednje strani', 0],
    ['next-page', 0],
    ['Neomejeno', 1295],
    ['persistent', 1295],
    ['do preklica privolitve', -1],
    ['', -1],
    ['1', -1],
  ])('»%s« is step %d', (text, step) => {
    expect(lengthOf(text)).toBe(step)
  })

  test.each([
    ['1440 ur', '60 dni', 'P60D', 'PT1440H', '60 days'],
    ['1 leto', '12 mesecev', 'P1Y', 'P12M', '365 dni'],
    ['24 ur', '1 dan', 'PT24H', 'P1D', '24h'],
    ['2 tedna', '14 dni', 'P2W', '2 weeks', 'v 14 dneh'],
    ['30 minut', '30 min', 'PT30M', '1800 s', 'PT1800S'],
    ['26 mesecev', 'vsaj 26 mesecev', '26\u00a0MESECEV', 'P26M', 'P2Y2M'],
  ])('»%s« said otherwise is as long', (...texts) => {
    expect(new Set(texts.map(lengthOf)).size).toBe(1)
  })

  test('whatever is written, it is a step of two digits in base 36', () => {
    for (const text of [...SPELLINGS, '999999999999999999999 let', '0 dni', 'P0D', '-1 leto']) {
      const step = lengthOf(text)
      expect(Number.isInteger(step)).toBe(true)
      expect(step).toBeGreaterThanOrEqual(-1)
      expect(step).toBeLessThan(36 ** 2)
    }
  })

  test('no number is as long as no limit', () => {
    expect(lengthOf('999999999999 let')).toBeLessThan(lengthOf('Neomejeno'))
  })

  test('agrees with the reader of durations about which is longer', () => {
    const both = SPELLINGS.filter((text) => lengthOf(text) >= 0 && !Number.isNaN(seconds(text)))
    expect(both.length).toBeGreaterThan(50)
    for (const one of both) {
      for (const other of both) {
        const [shorter, longer] = [seconds(one), seconds(other)]
        const names = `${one} | ${other}`
        if (shorter === longer) expect([names, lengthOf(one)]).toEqual([names, lengthOf(other)])
        else if (shorter < longer) expect(lengthOf(one), names).toBeLessThanOrEqual(lengthOf(other))
        if (shorter * 1.02 < longer) expect(lengthOf(one), names).toBeLessThan(lengthOf(other))
      }
    }
  })

  test('two per cent more are a step', () => {
    for (let days = 1; days < 3650; days++)
      expect(lengthOf(`${days} dni`), `${days} dni`).toBeLessThan(lengthOf(`${Math.ceil(days * 1.02)} dni`))
  })

  test.each([
    ['PT5M30S', 'PT330S'],
    ['1,5 leta', '18 mesecev'],
    ['1.440 ur', '1440 ur'],
    ['1 440 ur', '1440 ur'],
    ['2 leti in pol', '30 mesecev'],
  ])('»%s« is as long as »%s«, or nothing can be told', (written, plain) => {
    expect([-1, lengthOf(plain)]).toContain(lengthOf(written))
  })
})
