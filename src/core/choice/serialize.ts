import { CATEGORIES } from '../inventory/types'
import { flagsOf } from './flagsOf'
import type { Choice } from './types'

/**
 * The choice as the cookie's value:
 * `1.n1.f0.a1.m0.e0.t<seconds, base 36>.r<revision>[.o][.w<way>][.v<stamp>][.k<known>][.<service>~<0|1>]…`
 *
 * Plain ASCII in a fixed order, so that web servers, robots and auditors can read it with a regular expression and an
 * auditor can write it by hand.
 */
export const serialize = ({ categories, services, time, revision, open, way, stamp, known }: Choice): string =>
  [
    1,
    ...CATEGORIES.map((category) => category[0]! + Number(categories[category])),
    `t${time.toString(36)}`,
    `r${revision}`,
    open && 'o',
    way && `w${way}`,
    stamp && `v${stamp}`,
    known,
    ...Object.entries(services).map(([id, granted]) => `${id}~${Number(granted)}`),
  ]
    .filter(Boolean)
    .join('.')

const SHAPE =
  /^1\.n1\.f([01])\.a([01])\.m([01])\.e([01])\.t([1-9a-z][0-9a-z]{0,7})\.r([0-9a-z]{1,12})(\.o)?(?:\.w([a-z_-]+))?(?:\.v(\w+))?(?:\.([ks]\w*))?((?:\.[A-Za-z][\w-]*~[01])*)$/

/**
 * Reads a choice. Damage reads as no choice: nothing is repaired, since a repaired value could grant something.
 * @returns `undefined` where the text is anything but a choice written out in full
 */
export const parseChoice = (text: string): Choice | undefined => {
  const match = SHAPE.exec(text)
  if (!match) return
  const [, , , , , time, revision, open, way = '', stamp = '', known = '', deviations] = match
  const services = deviations!
    .split('.')
    .slice(1)
    .map((one) => [one.slice(0, -2), one.endsWith('1')] as const)
  // Said twice, it would be read differently here and by a web server.
  if (new Map(services).size < services.length) return
  return {
    categories: flagsOf((_, index) => match[index] === '1'),
    services: Object.fromEntries(services),
    time: parseInt(time!, 36),
    revision: revision!,
    open: !!open,
    way,
    stamp,
    known,
  }
}
