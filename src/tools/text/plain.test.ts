import { expect, test } from 'vitest'
import { folded } from './folded'
import { oneLine, plain } from './plain'

test.each([
  ['letters are composed', 'c\u030c', 'č'],
  ['what nobody sees goes', 'a\u200bb\ufeff', 'ab'],
  ['spaces are plain', '2\u00a0leti', '2 leti'],
  ['breaks are kept', 'a\r\nb\u2028c\fd', 'a\nb\nc\nd'],
  ['soft hyphens go', 'piškot\u00adki', 'piškotki'],
  ['a word parted at the end of a line is whole', 'piškot\u00ad\nki', 'piškotki'],
  ['however lines end', 'piškot\u00ad \r\nki', 'piškotki'],
])('%s', (_, text, expected) => expect(plain(text)).toBe(expected))

test('one line', () => expect(oneLine(' a\n\n b\t')).toBe('a b'))

test('folded', () => expect(folded('Đuro ŽIVI\n v  Šmarju')).toBe('duro zivi v smarju'))
