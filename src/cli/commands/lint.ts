import { isHtml } from '../../tools/html/isHtml'
import { lintInventory, lintPolicy, policyText, type Finding } from '../../tools/lint'
import type { Command } from '../command'
import type { Both } from '../../tools/both'
import { parseHtml } from '../parseHtml'
import { readJson, readSource } from '../readSource'

const SEVERITY: Readonly<Record<Finding['severity'], Both>> = {
  error: { sl: 'napaka', en: 'error' },
  warn: { sl: 'opozorilo', en: 'warning' },
  info: { sl: 'opomba', en: 'note' },
  ok: { sl: 'v redu', en: 'fine' },
}

/** What is to be mended, and no mere remark. */
const isComplaint = ({ severity }: Finding) => severity === 'error' || severity === 'warn'

/** What is wrong, contradictory or out of date in an inventory, and in the policy beside it. */
export const lint: Command = {
  about: { sl: 'poišče, kaj v popisu in politiki ne drži ali manjka', en: 'finds what is wrong or missing in an inventory and a policy' },
  usage: 'privolim lint piskotki.json [--policy politika.html]',
  help: { sl: '  --policy DATOTEKA   besedilo politike, HTML ali navadno', en: '  --policy FILE       the text of the policy, HTML or plain' },
  options: { policy: { type: 'string' } },
  run: async ({ io, json, file, values, say }) => {
    const inventory = lintInventory(await readJson(io, file))
    const policy = typeof values.policy === 'string' ? await readSource(io, values.policy) : ''
    const findings = [...inventory, ...lintPolicy(isHtml(policy) ? policyText(policy, parseHtml) : policy)]
    const shown = findings.filter(({ severity }) => severity !== 'ok')
    if (json) io.out(`${JSON.stringify({ findings }, undefined, 2)}\n`)
    else if (!shown.length) io.tell(say({ sl: 'Ni pripomb.', en: 'Nothing to complain of.' }))
    else for (const { rule, severity, place, message, source } of shown) io.out(`${rule} ${say(SEVERITY[severity])} ${place}\n  ${say(message)} (${source})\n`)
    return findings.some(isComplaint) ? 1 : 0
  },
}
