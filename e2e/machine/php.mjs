import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installOnDebian } from './debian.mjs'

/** Where PHP is: `$PHP_PATH`, else on the path, else nowhere. */
export const findPhp = () => {
  const named = process.env.PHP_PATH
  // A wrong path must not be passed over: the tests would run with another PHP than the one asked for.
  if (named && !existsSync(named)) throw new Error(`PHP_PATH names ${named}, and there is no such file.`)
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const file = process.platform === 'win32' ? 'php.exe' : 'php'
  return named || folders.map((folder) => join(folder, file)).find((path) => existsSync(path))
}

/** Finds PHP or, on Debian and where it may, installs it. Without it its tests are left out. */
export const ensurePhp = async () => {
  if (!findPhp()) await installOnDebian('php-cli')
  return findPhp()
}

export const PHP_MISSING = 'PHP is not installed: the tests of receivers/potrdila.php and of the plugin for WordPress are skipped.'
