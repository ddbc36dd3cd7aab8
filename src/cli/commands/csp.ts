import { contentSecurityPolicy, serverRules, type ServerKind } from '../../tools/server'
import type { Command } from '../command'
import { readJson } from '../readSource'

/** The policy that lets in what is granted and nothing else; alone, or as rules by which a server chooses it. */
export const csp: Command = {
  about: { sl: 'izpiše varnostno politiko (CSP) ali pravila za strežnik', en: 'writes a Content-Security-Policy, or rules for a server' },
  usage: 'privolim csp piskotki.json [--server apache|nginx|caddy|iis|php] [--granted analytics,youtube]',
  help: {
    sl: '  --server VRSTA      pravila, po katerih strežnik izbere politiko glede na piškotek privolim\n  --granted IMENA     kategorije in storitve, ločene z vejico; brez tega samo nujno\n  --report-only       ne blokira, samo poroča',
    en: '  --server KIND       rules by which the server chooses the policy from the cookie privolim\n  --granted IDS       categories and services, with commas; without it only what is necessary\n  --report-only       does not block, only reports',
  },
  options: { 'server': { type: 'string' }, 'granted': { type: 'string' }, 'report-only': { type: 'boolean' } },
  run: async ({ io, language, json, file, values, say }) => {
    const server = typeof values.server === 'string' ? values.server : undefined
    const inventory = await readJson(io, file)
    const options = { language, reportOnly: values['report-only'] === true }
    const granted = String(values.granted ?? '').split(',').map((id) => id.trim()).filter(Boolean)
    if (server === undefined) {
      const policy = contentSecurityPolicy(inventory, granted, options)
      io.out(json ? `${JSON.stringify({ policy }, undefined, 2)}\n` : `${policy}\n`)
      return 0
    }
    // Of whatever kind: one that there is not is refused there, with those that there are.
    const { file: name, text, steps } = serverRules(inventory, server as ServerKind, options)
    io.out(json ? `${JSON.stringify({ file: name, text, steps }, undefined, 2)}\n` : text)
    if (!json) io.tell(`\n${name}\n${say(steps)}`)
    return 0
  },
}
