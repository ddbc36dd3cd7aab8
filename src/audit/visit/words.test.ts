import { describe, expect, test } from 'vitest'
import { INTEREST_WORDS, kindOfLabel, QUESTION_WORDS } from './words'

const PHRASES = {
  refuse: [
    'Zavrni vse', 'Zavrni', 'Zavračam', 'Samo nujni piškotki', 'Samo nujno potrebni', 'Dovoli samo nujne', 'Sprejmi samo nujne', 'Le obvezni piškotki', 'Ne strinjam se', 'Odkloni',
    'Nadaljuj brez piškotkov', 'Nadaljuj samo z nujnimi', 'Ne dovolim', 'Ne sprejmem', 'Ne, hvala', 'Reject all', 'Decline', 'Only necessary cookies', 'Use necessary cookies only', 'Continue without accepting', "Don't accept",
    'Rifiuta tutti', 'Solo necessari', 'Odbij sve', 'Samo neophodni', 'Alle ablehnen', 'Nur notwendige Cookies', 'Elutasítom', 'Csak a szükséges',
  ],
  settings: ['Nastavitve', 'Nastavitve piškotkov', 'Prilagodi izbiro', 'Upravljaj piškotke', 'Več možnosti', 'Spremeni nastavitve', 'Manage cookies', 'Cookie settings', 'Personalizza', 'Postavke', 'Einstellungen', 'Beállítások'],
  accept: [
    'Sprejmi vse', 'Sprejmem', 'Sprejmi piškotke', 'Dovoli vse', 'Strinjam se', 'Strinjam se z vsemi', 'Soglašam', 'Omogoči vse', 'Accept all', 'I agree', 'Allow all cookies',
    'Accetta tutti', 'Prihvati sve', 'Alle akzeptieren', 'Zustimmen', 'Összes elfogadása',
  ],
  acknowledge: ['V redu', 'Razumem', 'Zapri', 'OK', 'Got it', 'Verstanden'],
  save: ['Shrani izbiro', 'Dovoli izbrane', 'Potrdi izbiro', 'Save preferences', 'Accept selected', 'Salva', 'Auswahl speichern'],
  withdraw: ['Prekliči privolitev', 'Umakni soglasje', 'Withdraw consent', 'Widerrufen'],
} as const

describe.each(Object.entries(PHRASES))('%s', (kind, phrases) => {
  test.each(phrases)('%s', (phrase) => {
    expect(kindOfLabel(phrase)).toBe(kind)
  })
})

test.each(['Več o piškotkih', 'Politika zasebnosti', 'Iskanje', 'Košarica', 'Prijava', 'Domov', 'Kontakt', 'Naprej na novice', 'Privacy policy', 'Search', ''])('"%s" answers nothing', (label) => {
  expect(kindOfLabel(label)).toBeUndefined()
})

test.each(['Spletna stran uporablja piškotke.', 'Stran uporablja piskotke', 'We use cookies', 'Podajte privolitev', 'Questo sito usa i cookie', 'Ez az oldal sütiket használ'])('"%s" is about cookies', (text) => {
  expect(new RegExp(QUESTION_WORDS, 'iu').test(text)).toBe(true)
})

test.each(['zakoniti interes', 'Legitimni interesi', 'legitimate interests', 'berechtigtes Interesse', 'berechtigten Interessen', 'interessi legittimi', 'jogos érdek'])('"%s" speaks of legitimate interest', (text) => {
  expect(new RegExp(INTEREST_WORDS, 'iu').exec(text)?.[0]).toBe(text)
})
