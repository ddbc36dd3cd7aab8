import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of a program that an environment variable names. A wrong one must not be passed over: what it is for would run
 * with another program than the one asked for.
 */
export const namedBy = (variable) => {
  const path = process.env[variable]
  if (path && !existsSync(path)) throw new Error(`${variable} names ${path}, and there is no such file.`)
  return path || undefined
}

/** Where programs of these names would be: in the folders of `PATH` and in others, name by name. */
export const placesOf = (names, others = []) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...others]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The first path at which there is something; nothing where there is none. */
export const firstOf = (paths) => paths.find((path) => existsSync(path))
