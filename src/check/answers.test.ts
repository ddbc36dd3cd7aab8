import { describe, expect, test } from 'vitest'
import { areUnlike, byLanguage } from './answers'

describe('byLanguage', () => {
  test.each([
    [undefined, {}],
    ['Dovoli vse', { sl: 'Dovoli vse' }],
    [{ it: 'Accetta' }, { it: 'Accetta' }],
    [
      { sl: 'Dovoli', it: 'Accetta' },
      { sl: 'Dovoli', it: 'Accetta' },
    ],
  ])('%j', (text, said) => {
    expect(byLanguage(text)).toEqual(said)
  })
})

describe('areUnlike', () => {
  test.each([
    [{}, {}],
    [{ sl: 'Dovoli vse' }, { sl: 'Zavrni vse' }],
    [{ sl: 'Sprejmi' }, { sl: 'Zavrni vse' }],
    [{ sl: 'Dovolim' }, { sl: 'Ne dovolim' }],
    [{ it: 'Accetta l’uso' }, { it: "Rifiuta l'uso" }],
    [{ hu: 'Összes elfogadása' }, { hu: 'Összes elutasítása' }],
    [{ de: 'Cookies zulassen' }, { de: 'Cookies ablehnen' }],
    [{ sl: 'Da', it: 'Sì', hu: 'Igen' }, { hu: 'Nem', it: 'No', sl: 'Ne' }],
  ])('%j and %j are alike, whichever is which', (accept, reject) => {
    expect(areUnlike(accept, reject)).toBe(false)
    expect(areUnlike(reject, accept)).toBe(false)
  })

  test.each<[Record<string, string>, Record<string, string>]>([
    // One alone
    [{ sl: 'Dovoli vse' }, {}],
    [{ sl: 'Dovoli vse', it: 'Accetta' }, { sl: 'Zavrni vse' }],
    [{ sl: 'Dovoli vse' }, { it: 'Rifiuta' }],
    [{ sl: 'Dovoli vse' }, { sl: '' }],
    [{ sl: '' }, { sl: '' }],
    // Longer
    [{ sl: 'Sprejmi vse' }, { sl: 'Zavrni' }],
    [{ sl: 'Dovoli vse' }, { sl: 'Zavrni vse piškotke' }],
    [{ sl: 'Da' }, { sl: 'Nikakor' }],
    [{ sl: 'Dovoli', it: 'Accetta' }, { sl: 'Zavrni', it: 'Rifiuta tutti i cookie' }],
    // Louder
    [{ sl: '✓ Dovoli' }, { sl: 'Zavrni' }],
    [{ sl: 'Dovoli 👍' }, { sl: 'Zavrni ne' }],
    [{ sl: 'Dovoli!' }, { sl: 'Zavrni' }],
    [{ sl: 'Dovoli →' }, { sl: 'Zavrni x' }],
    [{ sl: 'DOVOLI' }, { sl: 'Zavrni' }],
    [{ sl: 'DOVOLI' }, { sl: 'ZAVRNI' }],
    [{ sl: '<b>Da</b>' }, { sl: '<b>Ne</b>' }],
    [{ sl: 'Dovoli\nvse' }, { sl: 'Zavrni\nvse' }],
    [{ sl: 'Dovoli 1' }, { sl: 'Zavrni 1' }],
    [{ sl: '---' }, { sl: '---' }],
    [{ sl: '   ' }, { sl: '   ' }],
  ])('%j and %j are unlike, whichever is which', (accept, reject) => {
    expect(areUnlike(accept, reject)).toBe(true)
    expect(areUnlike(reject, accept)).toBe(true)
  })
})
