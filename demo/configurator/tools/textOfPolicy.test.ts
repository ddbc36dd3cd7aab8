import { expect, test } from 'vitest'
import { textOfPolicy } from './textOfPolicy'

test('a text stays as it is', () => expect(textOfPolicy('Velja ZVOP-1.\nČešnje')).toBe('Velja ZVOP-1.\nČešnje'))

test('a file is read in its own encoding: šumniki of windows-1250', () => {
  const bytes = Uint8Array.from(Array.from('Pravilnik o piškotkih', (letter) => (letter === 'š' ? 0x9a : letter.charCodeAt(0))))
  expect(textOfPolicy(bytes)).toBe('Pravilnik o piškotkih')
})
