import type { Snippet } from './readSnippets.js'

const IMPORT = /^import .*\n/gm

/** One expression, with what it gives behind it. */
const EXPRESSION = /^(?<call>[\w.]+\(.*\)) \/\/ (?<gives>.+)\n$/

/** What an excerpt takes for granted. */
const GIVEN = `import { contentSecurityPolicy } from 'privolim/tools'\nimport type { Consent } from 'privolim'\n\ndeclare const inventory: object\ndeclare const privolim: Consent\n`

/** A component of what is one, or of what one returns: an excerpt stands in none. */
const component = (text: string) => {
  const body = text.replaceAll(IMPORT, '').trim()
  const imports = text.match(IMPORT)?.join('') ?? ''
  return `${imports}\nexport const Snippet = () => ${/^return /m.test(body) ? `{\n${body}\n}` : `(\n${body}\n)`}\n`
}

/** As the compiler and a bundler take it. */
export const codeOf = ({ language, text }: Snippet): { readonly ending: string; readonly code: string } => {
  if (language === 'tsx') return { ending: 'tsx', code: `/** @jsxRuntime automatic */\n/** @jsxImportSource react */\n${component(text)}` }
  // Of what is given, only what an excerpt does not bring itself.
  const given = GIVEN.split('\n').filter((line) => !text.includes(/\{ (\w+) \} from 'privolim\/tools'/.exec(line)?.[0] ?? '\0'))
  return { ending: 'ts', code: `${given.join('\n')}\n${text}\nexport {}\n` }
}

/** @returns the expression and what it gives, as a pattern in which »…« stands for anything; nothing for other snippets */
export const expressionIn = (text: string): { readonly call: string; readonly gives: RegExp } | undefined => {
  const { call, gives } = EXPRESSION.exec(text)?.groups ?? {}
  if (call === undefined || gives === undefined) return undefined
  const parts = gives.split(/ ?… ?/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { call, gives: new RegExp(parts.join('.*')) }
}

/** Whether it runs in Node, and not in a page. */
export const isForNode = (text: string): boolean => /from '(node:|privolim\/tools|\.)/.test(text) || expressionIn(text) !== undefined
