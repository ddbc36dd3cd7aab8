import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installOnDebian } from './debian.mjs'
import { firstOf, placesOf } from './programs.mjs'

/** Debian's packages, and what of each is needed. */
const PACKAGES = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' }

/** Where Debian puts the browser that belongs to the driver; it is on nobody's path. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec', '/usr/lib64']

const onPath = (name) => firstOf(placesOf([name]))

const findMiniBrowser = () =>
  firstOf(
    LIBRARIES.filter((folder) => existsSync(folder)).flatMap((folder) =>
      readdirSync(folder).filter((name) => /^webkit2?gtk-/.test(name)).map((name) => join(folder, name, 'MiniBrowser')),
    ),
  )

/**
 * Where WebKitGTK is: its driver, its browser, and the screen it needs even where nobody looks. Nothing where one of them
 * is missing.
 */
export const findWebKit = () => {
  const [driver, screen, browser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), findMiniBrowser()]
  return driver && screen && browser ? { driver, screen, browser } : undefined
}

/** Finds WebKitGTK or, on Debian and where it may, installs it. Without it its tests are left out. */
export const ensureWebKit = async () => {
  if (!findWebKit()) for (const [name, debian] of Object.entries(PACKAGES)) if (!onPath(name)) await installOnDebian(debian)
  return findWebKit()
}

export const WEBKIT_MISSING = 'WebKitGTK is not installed (webkit2gtk-driver, xvfb): its tests are skipped.'
