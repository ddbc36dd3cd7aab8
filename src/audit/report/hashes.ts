import { sha256 } from './sha256'

export type Files = ReadonlyMap<string, string | Uint8Array>

export interface Hashed {
  readonly name: string
  readonly hash: string
}

/** In the order of the names, so that the same files give the same list. */
export const hashesOf = (files: Files): Hashed[] =>
  [...files]
    .map(([name, content]) => ({ name, hash: sha256(content) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))

/** As `sha256sum` writes and `sha256sum -c` checks it. */
export const hashList = (files: Files): string =>
  hashesOf(files)
    .map(({ name, hash }) => `${hash}  ${name}\n`)
    .join('')
