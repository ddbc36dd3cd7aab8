import type { ParseArgsConfig } from 'node:util'
import type { Both } from '../tools/both'
import type { Io, Status } from './io'

export type Options = NonNullable<ParseArgsConfig['options']>

/** What a command was called with. */
export interface Call {
  readonly io: Io
  readonly language: 'sl' | 'en'
  readonly json: boolean
  /** The file, or `-`; of `audit` the address. */
  readonly file: string
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  /** A sentence in the language that was asked for. */
  readonly say: (both: Both) => string
}

export interface Command {
  /** One line for the list of commands. */
  readonly about: Both
  readonly usage: string
  /** What it is called with, where that is no file. */
  readonly takes?: Both
  /** Of its own options, a line each. */
  readonly help: Both
  readonly options: Options
  readonly run: (call: Call) => Promise<Status>
}
