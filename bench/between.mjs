const BEGIN = '<!-- bench: written by `npm run bench -- --write` -->'
const END = '<!-- /bench -->'

/** A document with another text between its marks. */
export const putBetween = (document, text) => {
  const begin = document.indexOf(BEGIN)
  const end = document.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`There is no place for the table: it needs ${BEGIN} and ${END}.`)
  return `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`
}

/** What stands between the marks of a document. */
export const textBetween = (document) => document.slice(document.indexOf(BEGIN) + BEGIN.length, document.indexOf(END)).trim()
