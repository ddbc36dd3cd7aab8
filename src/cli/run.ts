import { parseArgs } from 'node:util'
import { InventoryError } from '../errors/InventoryError'
import { PolicyError } from '../tools/server'
import type { Command } from './command'
import { auditCommand } from './commands/audit'
import { csp } from './commands/csp'
import { declarationCommand } from './commands/declaration'
import { importCommand } from './commands/import'
import { lint } from './commands/lint'
import { validate } from './commands/validate'
import { verdictCommand } from './commands/verdict'
import type { Both } from '../tools/both'
import { UnusableInput } from '../errors/UnusableInput'
import type { Io, Status } from './io'

const COMMANDS: Readonly<Record<string, Command>> = {
  validate,
  lint,
  import: importCommand,
  declaration: declarationCommand,
  csp,
  verdict: verdictCommand,
  audit: auditCommand,
}

const COMMON: Both = {
  sl: '  --json              izid kot JSON\n  --lang sl|en        jezik sporočil; sl, če ni navedeno\n  --help              ta pomoč',
  en: '  --json              the result as JSON\n  --lang sl|en        language of the messages; sl unless said\n  --help              this text',
}

const PIPED: Both = { sl: 'Namesto datoteke lahko stoji - (standardni vhod).', en: 'A file may be - (standard input).' }

const STATUS: Both = {
  sl: 'Izhodno stanje: 0 brez pripomb, 1 pripombe, 2 vhod ni uporaben.',
  en: 'Exit status: 0 nothing to complain of, 1 findings, 2 unusable input.',
}

const helpOfAll = (say: (both: Both) => string) => {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length))
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}   ${say(about)}`)
  const head = say({ sl: 'privolim UKAZ DATOTEKA [možnosti]', en: 'privolim COMMAND FILE [options]' })
  const more = say({ sl: 'Pomoč za ukaz: privolim UKAZ --help', en: 'Help on a command: privolim COMMAND --help' })
  return [head, '', ...lines, '', say(COMMON), '  --version', '', say(PIPED), say(STATUS), more].join('\n')
}

const helpOf = ({ usage, about, help, takes }: Command, say: (both: Both) => string) =>
  [usage, '', `  ${say(about)}`, '', ...(say(help) ? [say(help)] : []), say(COMMON), '', ...(takes ? [] : [say(PIPED)]), say(STATUS)].join('\n')

/** How many letters must be changed to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1]
    for (let index = 1; index <= other.length; index++)
      next[index] = Math.min(next[index - 1]! + 1, row[index]! + 1, row[index - 1]! + (letter === other[index - 1] ? 0 : 1))
    row = next
  }
  return row.at(-1)!
}

const nearest = (name: string): string | undefined => {
  const [best] = Object.keys(COMMANDS)
    .map((command) => [command, distance(name.slice(0, 40), command)] as const)
    .sort((first, second) => first[1] - second[1])
  return best && best[1] <= Math.ceil(name.length / 3) ? best[0] : undefined
}

/** The language of the messages, before anything else is read: errors speak it, too. */
const languageOf = (argv: readonly string[]): 'sl' | 'en' => {
  const at = argv.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
  return at >= 0 && (argv[at] === '--lang' ? argv[at + 1] : argv[at])?.endsWith('en') ? 'en' : 'sl'
}

const parse = (command: Command, argv: readonly string[]) => {
  const common = { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...argv], options: { ...command.options, ...common }, allowPositionals: true })
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? ''
    throw new UnusableInput({
      sl: `Možnost ${option.split(' ')[0]} je neznana ali nima vrednosti. Pomoč: --help`,
      en: `The option ${option.split(' ')[0]} is unknown, or has no value. Help: --help`,
    })
  }
}

const runCommand = async (command: Command, argv: readonly string[], io: Io, language: 'sl' | 'en'): Promise<Status> => {
  const say = (both: Both) => both[language]
  const { values, positionals } = parse(command, argv)
  if (values.help) {
    io.out(`${helpOf(command, say)}\n`)
    return 0
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length)
    throw new UnusableInput({
      sl: `Navedite ${command.takes?.sl ?? 'eno datoteko'}: ${command.usage}`,
      en: `Name ${command.takes?.en ?? 'one file'}: ${command.usage}`,
    })
  return command.run({ io, language, json: values.json === true, file, values, say })
}

/**
 * Runs the command line.
 * @param argv without Node and the script
 * @returns the exit status; never rejects
 */
export const run = async (argv: readonly string[], io: Io, version = ''): Promise<Status> => {
  const language = languageOf(argv)
  const say = (both: Both) => both[language]
  const [name, ...rest] = argv
  try {
    if (name === '--version') {
      io.out(`${version}\n`)
      return 0
    }
    const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (command) return await runCommand(command, rest, io, language)
    if (name === undefined || name === '--help' || name === '-h' || name.startsWith('--lang')) {
      io.out(`${helpOfAll(say)}\n`)
      return name === undefined ? 2 : 0
    }
    const meant = nearest(name)
    throw new UnusableInput({
      sl: `Ukaza »${name}« ni.${meant ? ` Ste mislili »${meant}«?` : ''} Seznam ukazov: privolim --help`,
      en: `There is no command "${name}".${meant ? ` Did you mean "${meant}"?` : ''} The commands: privolim --help`,
    })
  } catch (error) {
    if (error instanceof UnusableInput) io.tell(say(error.both))
    else if (error instanceof InventoryError) {
      for (const { message, code } of error.issues) io.tell(message ?? code)
      io.tell(say({ sl: 'Popis ni pravilen. Najprej ga popravite: privolim validate', en: 'The inventory is wrong. Mend it first: privolim validate' }))
    } else if (error instanceof PolicyError) io.tell(error.message)
    else io.tell(say({ sl: `Nepričakovana napaka: ${(error as Error).message}`, en: `An unexpected error: ${(error as Error).message}` }))
    return 2
  }
}
