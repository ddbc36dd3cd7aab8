import { existsSync } from 'node:fs'
import { command } from './command.mjs'

const minute = 60_000

/**
 * Installs a package where that may be done. One at a time: relatives of Debian lack one or the other, and one missing
 * name fails the whole command.
 */
export const installOnDebian = async (name) => {
  if (!mayInstallOnDebian()) return
  console.error(`Installing ${name} from Debian …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, limit: 15 * minute, stdio: ['ignore', 2, 2] }
  await command('apt-get', ['update'], options)
  await command('apt-get', ['install', '-y', '--no-install-recommends', name], options)
}

export const mayInstallOnDebian = () =>
  process.getuid?.() === 0 && ['/usr/bin/apt-get', '/bin/apt-get'].some((path) => existsSync(path))
