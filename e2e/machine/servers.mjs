import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { installOnDebian, mayInstallOnDebian } from './debian.mjs'
import { firstOf, namedBy, placesOf } from './programs.mjs'

/** Debian's package of each, its names, and the variable that may name another. */
const SERVERS = {
  apache: { debian: 'apache2-bin', names: ['apache2', 'httpd'], variable: 'APACHE_PATH' },
  nginx: { debian: 'nginx', names: ['nginx'], variable: 'NGINX_PATH' },
  caddy: { debian: 'caddy', names: ['caddy'], variable: 'CADDY_PATH' },
}

/** Where web servers are that are not on everybody's path. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin']

/** Where a web server is: named by a variable, else on the path, else nowhere. */
export const findServer = (kind) => {
  const { names, variable } = SERVERS[kind]
  return namedBy(variable) ?? firstOf(placesOf(names, MORE_FOLDERS))
}

/** Finds the web servers or, on Debian and where it may, installs them. Without one its tests are left out. */
export const ensureServers = async () => {
  for (const kind of Object.keys(SERVERS)) if (!findServer(kind)) await installStopped(SERVERS[kind].debian)
  return Object.keys(SERVERS).map((kind) => [kind, findServer(kind)])
}

export const serverMissing = (kind) => `${kind} is not installed: the tests of its rules are skipped.`

const POLICY = '/usr/sbin/policy-rc.d'

/** Packages of servers start them as a service, on the port of the web; by this file Debian asks whether they may. */
const installStopped = async (name) => {
  if (!mayInstallOnDebian()) return
  const isOurs = !existsSync(POLICY)
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await installOnDebian(name)
  } finally {
    if (isOurs) rmSync(POLICY, { force: true })
  }
}
