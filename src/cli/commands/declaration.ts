import { declaration } from '../../tools/declaration/declaration'
import { declarationMarkdown } from '../../tools/declaration/declarationMarkdown'
import { declarationText } from '../../tools/declaration/declarationText'
import type { Command } from '../command'
import { UnusableInput } from '../../errors/UnusableInput'
import { readJson } from '../readSource'

const FORMATS = { html: declaration, markdown: declarationMarkdown, text: declarationText }

const isFormat = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name)

/** The cookie section of the policy. */
export const declarationCommand: Command = {
  about: { sl: 'izpiše seznam piškotkov za stran s politiko', en: 'writes the list of cookies for the policy page' },
  usage: 'privolim declaration piskotki.json [--format html|markdown|text] [--language it]',
  help: {
    sl: '  --format OBLIKA     html, markdown ali text; html, če ni navedeno\n  --language JEZIK    sl, it, hu, en, de ali hr; prvi jezik popisa, če ni navedeno',
    en: '  --format FORMAT     html, markdown or text; html unless said\n  --language CODE     sl, it, hu, en, de or hr; the first of the inventory unless said',
  },
  options: { format: { type: 'string' }, language: { type: 'string' } },
  run: async ({ io, json, file, values }) => {
    const format = String(values.format ?? 'html')
    if (!isFormat(format))
      throw new UnusableInput({ sl: `Oblike »${format}« ni: izberite html, markdown ali text.`, en: `There is no format "${format}": choose html, markdown or text.` })
    const language = typeof values.language === 'string' ? values.language : undefined
    const text = FORMATS[format](await readJson(io, file), { language })
    io.out(json ? `${JSON.stringify({ format, text }, undefined, 2)}\n` : text)
    return 0
  },
}
