/** They are seen by nobody: zero-width spaces and joiners, a byte order mark. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g

/** Composed letters, plain spaces; breaks are kept. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad[ \t]*\n?/g, '')
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')

/** On one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()

/** Small letters without čšž, to be compared. */
export const folded = (text: string): string =>
  oneLine(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .toLowerCase()

/** What is shown of where something was read. */
export const excerpt = (text: string): string => {
  const line = oneLine(text.slice(0, 1000))
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
