import { importInventory } from '../../tools/import/importInventory'
import type { Command } from '../command'
import { parseHtml } from '../parseHtml'
import { readSource } from '../readSource'

/** A draft of an inventory out of a policy, a table or a page. */
export const importCommand: Command = {
  about: { sl: 'iz politike, tabele ali strani naredi osnutek popisa', en: 'makes a draft of an inventory of a policy, a table or a page' },
  usage: 'privolim import politika.html [--out piskotki.json]',
  help: { sl: '  --out DATOTEKA      kam naj zapiše popis; sicer na zaslon', en: '  --out FILE          where to write the inventory; else it is printed' },
  options: { out: { type: 'string' } },
  run: async ({ io, json, file, values, say }) => {
    const imported = importInventory(await readSource(io, file), { parseHtml, name: file })
    const { cookies, services, unread, inventory } = imported
    const text = `${JSON.stringify(json ? imported : inventory, undefined, 2)}\n`
    if (typeof values.out === 'string') await io.write(values.out, text)
    else io.out(text)
    io.tell(say({ sl: `Prebrano: piškotki ${cookies.length}, storitve ${services.length}.`, en: `Read: ${cookies.length} cookies, ${services.length} services.` }))
    for (const { name, confidence, from } of cookies)
      if (confidence < 0.7) io.tell(say({ sl: `  ${name}: preverite (${from.text})`, en: `  ${name}: check it (${from.text})` }))
    for (const { text: left, why } of unread) io.tell(`  ${left}\n    ${say(why)}`)
    return unread.length || !(cookies.length + services.length) ? 1 : 0
  },
}
