import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { audit } from '../../audit/audit'
import { judge } from '../../audit/judge/judge'
import type { AuditFinding, Judgement } from '../../audit/judgement'
import { WAITS } from '../../audit/options'
import { RECORD, writeWhole } from '../../audit/visit/keep'
import type { SiteRecord } from '../../audit/record'
import { reportFiles, type ReportInput } from '../../audit/report/reportFiles'
import { readInventory } from '../../tools/inventory/readInventory'
import { VERSION } from '../../core/version'
import type { Call, Command } from '../command'
import { UnusableInput } from '../../errors/UnusableInput'
import { readJson } from '../readSource'
import { createProgress } from '../createProgress'

/** Bytes of one answer; films are longer, and no page is. */
const LARGEST = 20_000_000

const MOST_PAGES = 500

const MOST_MINUTES = 600

const addressOf = (given: string): URL => {
  const text = /^[a-z][a-z+.-]*:\/\//i.test(given) ? given : `https://${given}`
  if (URL.canParse(text)) {
    const url = new URL(text)
    url.hash = ''
    if (/^https?:$/.test(url.protocol) && url.hostname) return url
  }
  throw new UnusableInput({
    sl: `»${given}« ni spletni naslov. Navedite ga v celoti, na primer https://obcina.example`,
    en: `"${given}" is no address of a site. Write all of it, for example https://obcina.example`,
  })
}

const numberOf = ({ values }: Call, name: string, otherwise: number, most: number): number => {
  const given = values[name]
  if (given === undefined) return otherwise
  const number = Number(given)
  if (Number.isFinite(number) && number >= 1 && number <= most) return number
  throw new UnusableInput({ sl: `--${name} je število od 1 do ${most}.`, en: `--${name} is a number from 1 to ${most}.` })
}

/** What ends with 1: all from this severity on. */
const failsOn = ({ values }: Call): readonly AuditFinding['severity'][] => {
  const given = values['fail-on'] ?? 'error'
  if (given === 'error') return ['error']
  if (given === 'warn') return ['error', 'warn']
  throw new UnusableInput({ sl: '--fail-on je error ali warn.', en: '--fail-on is error or warn.' })
}

const picturesIn = async (out: string): Promise<Map<string, Uint8Array>> => {
  const folder = join(out, 'pictures')
  const names = await readdir(folder).catch(() => [])
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

const writeReport = async (out: string, report: Omit<ReportInput, 'pictures' | 'extra'>) => {
  // Part of the proof, so it gets its hash as well.
  const extra = new Map([[RECORD, await readFile(join(out, RECORD))]])
  for (const [name, content] of reportFiles({ ...report, pictures: await picturesIn(out), extra }))
    await writeWhole(join(out, name), content)
}

/** Ctrl+C ends the audit with what there is; a second one ends the program. */
const onInterrupt = () => {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  return { signal: controller.signal, forget: () => void process.off('SIGINT', stop) }
}

/** A site that was not there at all says nothing about consent. */
const refuseUnreachable = ({ url, states }: SiteRecord) => {
  const trouble = states[0]?.pages[0]?.troubles.find(({ kind }) => kind === 'unreachable')
  if (trouble)
    throw new UnusableInput({
      sl: `Strani ${url} ni mogoče doseči (${trouble.detail}). Preverite naslov in povezavo ter poskusite znova.`,
      en: `${url} cannot be reached (${trouble.detail}). Check the address and the connection, and try again.`,
    })
}

const show = ({ io, say, json }: Call, out: string, record: SiteRecord, judgement: Judgement) => {
  if (json) io.out(`${JSON.stringify(judgement, undefined, 2)}\n`)
  else for (const { code, severity, text } of judgement.findings) io.out(`${code} ${severity}\n  ${say(text)}\n`)
  if (record.interrupted)
    io.tell(say({ sl: `Presoja ni prišla do konca. Isti ukaz z --out ${out} nadaljuje, kjer se je ustavilo.`, en: `The audit did not come to its end. The same command with --out ${out} goes on where it stopped.` }))
  io.tell(say({ sl: `Poročilo: ${out}`, en: `Report: ${out}` }))
}

const run = async (call: Call) => {
  const { io, language, values, file, say } = call
  const url = addressOf(file)
  const severities = failsOn(call)
  const limits = { pages: numberOf(call, 'pages', 20, MOST_PAGES), minutes: numberOf(call, 'minutes', 10, MOST_MINUTES) }
  const inventory = typeof values.inventory === 'string' ? readInventory(await readJson(io, values.inventory), language) : undefined
  const out = typeof values.out === 'string' ? values.out : `audit-${url.hostname}`
  const progress = createProgress(io, say)
  const { signal, forget } = onInterrupt()
  const proxy = process.env.PRIVOLIM_AUDIT_PROXY
  try {
    const record = await audit({
      url: url.href,
      out,
      ...limits,
      insecure: values.insecure === true,
      version: VERSION,
      waits: WAITS,
      largest: LARGEST,
      ...(proxy && { proxy }),
      signal,
      tell: progress.tell,
      now: () => Date.now(),
    })
    progress.end()
    refuseUnreachable(record)
    const judgement = judge(record, inventory)
    await writeReport(out, { record, judgement, language, ...(inventory && { inventory }) })
    show(call, out, record, judgement)
    return judgement.findings.some(({ severity }) => severities.includes(severity)) ? 1 : 0
  } finally {
    progress.end()
    forget()
  }
}

/** Visits a site in a browser as an auditor would, and says what does not hold. */
export const auditCommand: Command = {
  about: { sl: 'obišče spletišče z brskalnikom in poroča, kaj se zgodi pred privolitvijo, po njej in brez nje', en: 'visits a site in a browser, and reports what happens before, with and without consent' },
  usage: 'privolim audit https://obcina.example [--inventory piskotki.json] [--pages 20] [--out MAPA]',
  takes: { sl: 'naslov spletišča', en: 'the address of a site' },
  help: {
    sl: [
      '  --inventory DATOTEKA  popis, s katerim se primerja; sicer tisti, ki ga pove stran',
      '  --pages N             največ toliko strani; 20, če ni navedeno',
      '  --minutes N           največ toliko minut; 10, če ni navedeno',
      '  --out MAPA            mapa za poročilo; prekinjena presoja se v njej nadaljuje',
      '  --fail-on error|warn  od katere resnosti naprej je izhodno stanje 1; error, če ni navedeno',
      '  --insecure            obišče tudi spletišče z napačnim potrdilom',
    ].join('\n'),
    en: [
      '  --inventory FILE      the inventory to compare with; else the one that the page tells',
      '  --pages N             no more pages than these; 20 unless said',
      '  --minutes N           no more minutes than these; 10 unless said',
      '  --out FOLDER          where the report goes; an interrupted audit goes on there',
      '  --fail-on error|warn  from which severity on the exit status is 1; error unless said',
      '  --insecure            visits a site with a wrong certificate, too',
    ].join('\n'),
  },
  options: {
    inventory: { type: 'string' },
    pages: { type: 'string' },
    minutes: { type: 'string' },
    out: { type: 'string' },
    'fail-on': { type: 'string' },
    insecure: { type: 'boolean' },
  },
  run,
}
