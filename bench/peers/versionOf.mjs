import { readFileSync } from 'node:fs'

/** The version that a package of this project, or one in `bench/node_modules`, says it has; none where it is not installed. */
export const versionOf = (folder) => {
  try {
    return JSON.parse(readFileSync(new URL(`../../${folder}/package.json`, import.meta.url), 'utf8')).version
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
