/** They are seen by nobody: zero-width spaces and joiners, a byte order mark. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g

/** A soft hyphen; where a word is parted by it at the end of a line, the break goes with it. */
const HYPHEN = /\u00ad[ \t]*\n?/g

/** Text out of a browser or a PDF: composed letters, plain spaces, whole words; breaks are kept, each as `\n`. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(HYPHEN, '')

/** The same on one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()
