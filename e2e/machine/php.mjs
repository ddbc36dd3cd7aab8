import { installOnDebian } from './debian.mjs'
import { firstOf, namedBy, placesOf } from './programs.mjs'

/** Where PHP is: `$PHP_PATH`, else on the path, else nowhere. */
export const findPhp = () => namedBy('PHP_PATH') ?? firstOf(placesOf([process.platform === 'win32' ? 'php.exe' : 'php']))

/** Finds PHP or, on Debian and where it may, installs it. Without it its tests are left out. */
export const ensurePhp = async () => {
  if (!findPhp()) await installOnDebian('php-cli')
  return findPhp()
}

export const PHP_MISSING = 'PHP is not installed: the tests of receivers/potrdila.php and of the plugin for WordPress are skipped.'
