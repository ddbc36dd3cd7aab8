#!/usr/bin/env node
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Io } from './io'
import { VERSION } from '../core/version'
import { run } from './run'

/** Bytes: well above what `readSource` takes, so that it can tell how large a file is; what has no end is left off there. */
const ENOUGH = 60_000_000

const bytesOf = async (stream: Readable): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > ENOUGH) break
  }
  return Buffer.concat(chunks)
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(`${text}\n`),
  read: (name) => bytesOf(name === '-' ? process.stdin : createReadStream(name)),
  write: (name, text) => writeFile(name, text),
}

// `exitCode` and not `exit()`: what is written to a pipe has to arrive first.
process.exitCode = await run(process.argv.slice(2), io, VERSION)
