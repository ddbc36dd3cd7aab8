#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import type { Io } from './io'
import { VERSION } from '../core/version'
import { run } from './run'

const piped = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(`${text}\n`),
  read: (name) => (name === '-' ? piped() : readFile(name)),
  write: (name, text) => writeFile(name, text),
}

// `exitCode` and not `exit()`: what is written to a pipe has to arrive first.
process.exitCode = await run(process.argv.slice(2), io, VERSION)
