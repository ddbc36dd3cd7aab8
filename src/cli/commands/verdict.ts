import { verdict } from '../../tools/verdict/verdict'
import type { Command } from '../command'
import { readJson } from '../readSource'

/** Whether the site has to ask at all. */
export const verdictCommand: Command = {
  about: { sl: 'pove, ali stran potrebuje vprašanje o piškotkih', en: 'says whether a site needs to ask about cookies' },
  usage: 'privolim verdict piskotki.json',
  help: { sl: '', en: '' },
  options: {},
  run: async ({ io, json, file, say }) => {
    const found = verdict(await readJson(io, file))
    if (json) io.out(`${JSON.stringify(found, undefined, 2)}\n`)
    else io.out([say(found.title), ...found.reasons.map((reason) => `  ${say(reason)}`), ''].join('\n'))
    return found.kind === 'incomplete' ? 1 : 0
  },
}
