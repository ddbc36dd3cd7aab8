import { describe, expect, test } from 'vitest'
import { createWords } from './words'

const phrases = {
  plain: 'Shrani izbiro',
  filled: 'Dovoli {category} na {site}.',
  twice: '{site} in {site}',
  count: { one: '{n} dan', two: '{n} dneva', few: '{n} dnevi', other: '{n} dni' },
  verb: { one: 'Podatke prejme {n} ponudnik.', other: 'Podatke prejme {n} ponudnikov.' },
}

const sl = createWords('sl', phrases)

describe('a phrase', () => {
  test('is said as it is', () => {
    expect(sl('plain')).toBe('Shrani izbiro')
  })

  test('has its places filled', () => {
    expect(sl('filled', { category: 'oglaševanje', site: 'Kostra' })).toBe('Dovoli oglaševanje na Kostra.')
    expect(sl('twice', { site: 'Kostra' })).toBe('Kostra in Kostra')
    expect(sl('twice', { site: 0 })).toBe('0 in 0')
  })

  test('is filled with text that stays text', () => {
    expect(sl('twice', { site: '$& {site} <b>' })).toBe('$& {site} <b> in $& {site} <b>')
  })

  test('has nothing in a place without a value', () => {
    expect(sl('filled', { site: 'Kostra' })).toBe('Dovoli  na Kostra.')
  })

  test('that there is not is empty', () => {
    expect(sl('missing')).toBe('')
  })
})

describe('a number', () => {
  test.each([
    [0, '0 dni'],
    [1, '1 dan'],
    [2, '2 dneva'],
    [3, '3 dnevi'],
    [4, '4 dnevi'],
    [5, '5 dni'],
    [11, '11 dni'],
    [100, '100 dni'],
    [101, '101 dan'],
    [102, '102 dneva'],
    [103, '103 dnevi'],
    [104, '104 dnevi'],
    [111, '111 dni'],
    [1001, '1001 dan'],
  ])('%d picks its form', (n, text) => {
    expect(sl('count', { n })).toBe(text.replace(' ', '\u00a0'))
    expect(sl('count', { n: String(n) })).toBe(text.replace(' ', '\u00a0'))
  })

  test('stays on one line with what it counts, and with nothing else', () => {
    expect(sl('verb', { n: 5 })).toBe('Podatke prejme 5\u00a0ponudnikov.')
  })

  test('without a form of its own takes the other', () => {
    expect(sl('verb', { n: 2 })).toBe('Podatke prejme 2\u00a0ponudnikov.')
  })

  test('follows the language', () => {
    const en = createWords('en', { count: { one: '{n} day', other: '{n} days' } })
    expect(en('count', { n: 101 })).toBe('101\u00a0days')
    expect(en.language).toBe('en')
  })
})

describe('a text of the inventory', () => {
  const both = { sl: 'merjenje obiska', it: 'misurazione' }

  test.each([
    ['sl', both, 'merjenje obiska'],
    ['it', both, 'misurazione'],
    ['hu', both, 'merjenje obiska'],
    ['hu', { it: 'misurazione', sl: 'merjenje obiska' }, 'merjenje obiska'],
    ['hu', { it: 'misurazione', de: 'Messung' }, 'misurazione'],
    ['it', 'merjenje obiska', 'merjenje obiska'],
    ['sl', {}, ''],
    ['sl', undefined, ''],
    ['sl', '', ''],
  ])('in %s of %j is »%s«', (language, text, said) => {
    expect(createWords(language, {}).of(text)).toBe(said)
  })
})
