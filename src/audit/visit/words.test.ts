import { expect, test } from 'vitest'
import { kindOfLabel } from './words'

test.each([
  ['refuse', ['Zavrni vse', 'Zavračam', 'Samo nujni piškotki', 'Dovoli samo nujne', 'Sprejmi samo nujne', 'Le obvezni piškotki', 'Ne strinjam se', 'Nadaljuj brez piškotkov', 'Ne dovolim', 'Reject all', 'Only necessary cookies', 'Rifiuta tutto', 'Odbij sve', 'Alle ablehnen', 'Nur notwendige Cookies', 'Összes elutasítása']],
  ['settings', ['Nastavitve', 'Prilagodi izbiro', 'Upravljaj piškotke', 'Več možnosti', 'Cookie settings', 'Impostazioni', 'Postavke', 'Einstellungen', 'Beállítások']],
  ['save', ['Shrani izbiro', 'Potrdi izbrane', 'Dovoli izbrane', 'Save preferences', 'Salva', 'Auswahl speichern']],
  ['accept', ['Sprejmi vse', 'Sprejmem', 'Dovoli vse', 'Strinjam se', 'Soglašam', 'Omogoči vse', 'Accept all', 'Accetta tutti', 'Prihvati sve', 'Alle akzeptieren', 'Összes elfogadása']],
  ['withdraw', ['Prekliči privolitev', 'Withdraw consent', 'Einwilligung widerrufen']],
  ['acknowledge', ['V redu', 'OK', 'Razumem', 'Got it']],
  [undefined, ['Več o piškotkih', 'Politika zasebnosti', 'Iskanje', 'Košarica', 'Prijava']],
] as const)('%s', (kind, labels) => {
  for (const label of labels) expect(kindOfLabel(label), label).toBe(kind)
})
