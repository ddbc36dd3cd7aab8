import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteRecord } from '../record'

/** Written beside and put in its place, so that whatever happens there is a whole one. */
const writeWhole = async (file: string, content: string | Uint8Array): Promise<void> => {
  const beside = `${file}.part`
  await writeFile(beside, content)
  await rename(beside, file)
}

const fileIn = (out: string) => join(out, 'record.json')

/** An audit of this address that was stopped before its end. */
export const readInterrupted = async (out: string, url: string): Promise<SiteRecord | undefined> => {
  try {
    const record = JSON.parse(await readFile(fileIn(out), 'utf8')) as SiteRecord
    return record.format === 1 && record.url === url && record.interrupted && record.pages.length ? record : undefined
  } catch {
    // None there, or not one of ours: it begins anew.
    return undefined
  }
}

export const keepRecord = async (out: string, record: SiteRecord): Promise<void> => {
  await mkdir(join(out, 'pictures'), { recursive: true })
  await writeWhole(fileIn(out), `${JSON.stringify(record, undefined, 1)}\n`)
}

export const keepPicture = async (out: string, name: string, picture: Uint8Array): Promise<string> => {
  await mkdir(join(out, 'pictures'), { recursive: true })
  await writeWhole(join(out, 'pictures', name), picture)
  return name
}
