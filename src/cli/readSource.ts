import { decode } from '../tools/import/decode'
import type { Both } from '../tools/both'
import { UnusableInput } from '../errors/UnusableInput'
import type { Io } from './io'

/** No inventory and no policy is as large. */
const LARGEST = 5_000_000

const REASONS: Readonly<Record<string, (name: string) => Both>> = {
  ENOENT: (name) => ({
    sl: `Datoteke »${name}« ni. Preverite ime in mapo, v kateri ste.`,
    en: `There is no file "${name}". Check the name, and the folder you are in.`,
  }),
  EISDIR: (name) => ({
    sl: `»${name}« je mapa. Navedite datoteko v njej, na primer ${name.replace(/[\\/]+$/, '')}/piskotki.json.`,
    en: `"${name}" is a folder. Name a file in it, for example ${name.replace(/[\\/]+$/, '')}/piskotki.json.`,
  }),
  EACCES: (name) => ({
    sl: `Datoteke »${name}« ni dovoljeno brati. Spremenite pravice ali jo kopirajte drugam.`,
    en: `The file "${name}" may not be read. Change its rights, or copy it elsewhere.`,
  }),
}

/** A file as text, whatever its encoding. */
export const readSource = async (io: Io, name: string): Promise<string> => {
  const bytes = await io.read(name).catch((error: NodeJS.ErrnoException) => {
    const reason = REASONS[error.code ?? '']
    throw new UnusableInput(
      reason?.(name) ?? { sl: `»${name}« ni mogoče prebrati: ${error.message}`, en: `"${name}" cannot be read: ${error.message}` },
    )
  })
  if (bytes.length > LARGEST)
    throw new UnusableInput({
      sl: `»${name}« je prevelika (${Math.round(bytes.length / 1e6)} MB). Največ je 5 MB; navedite popis ali besedilo politike.`,
      en: `"${name}" is too large (${Math.round(bytes.length / 1e6)} MB). At most 5 MB; name an inventory or the text of a policy.`,
    })
  const text = decode(bytes)
  if (!text.trim())
    throw new UnusableInput({ sl: `»${name}« je prazna.`, en: `"${name}" is empty.` })
  return text
}

/** Line and column, from 1, of a place in a text. */
const placeOf = (text: string, index: number) => {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, shown: (text.split('\n')[before.length - 1] ?? '').slice(0, 120).trimEnd() }
}

/** Where a JSON text breaks off: Node says it as a number, or not at all where the text ends. */
const brokenAt = (text: string, message: string): number => {
  const position = /position (\d+)/.exec(message)?.[1]
  return position ? Number(position) : text.length
}

/** An inventory that was read from a file. */
export const readJson = async (io: Io, name: string): Promise<unknown> => {
  const text = await readSource(io, name)
  if (/^\s*</.test(text))
    throw new UnusableInput({
      sl: `»${name}« je HTML in ne popis. Popis iz nje naredi: privolim import ${name} --out piskotki.json`,
      en: `"${name}" is HTML and no inventory. This makes one of it: privolim import ${name} --out piskotki.json`,
    })
  try {
    return JSON.parse(text)
  } catch (error) {
    const { line, column, shown } = placeOf(text, brokenAt(text, (error as Error).message))
    throw new UnusableInput({
      sl: `»${name}« ni veljaven JSON: vrstica ${line}, stolpec ${column}.\n  ${shown}\nPreverite vejice, narekovaje in oklepaje.`,
      en: `"${name}" is not valid JSON: line ${line}, column ${column}.\n  ${shown}\nCheck commas, quotes and brackets.`,
    })
  }
}
