import { CATEGORIES, type CategoryId } from '../inventory/types'
import type { Choice } from './types'

const letterOf = (category: CategoryId) => category[0]!

/**
 * The choice as the cookie's value:
 * `1.n1.f0.a1.m0.e0.t<seconds, base 36>.r<revision>[.o][.v<stamp>][.k<known>][.<service>~<0|1>]…`
 *
 * Plain ASCII in a fixed order, so that web servers, robots and auditors can read it with a regular expression and an
 * auditor can write it by hand.
 */
export const serialize = ({ categories, services, time, revision, open, stamp, known }: Choice): string =>
  [
    1,
    ...CATEGORIES.map((category) => letterOf(category) + Number(categories[category])),
    `t${time.toString(36)}`,
    `r${revision}`,
    ...(open ? ['o'] : []),
    ...(stamp ? [`v${stamp}`] : []),
    ...(known ? [known] : []),
    ...Object.entries(services).map(([id, granted]) => `${id}~${Number(granted)}`),
  ].join('.')

const SHAPE =
  /^1\.n1\.f([01])\.a([01])\.m([01])\.e([01])\.t([0-9a-z]{1,8})\.r([0-9a-z]{1,12})(\.o)?(?:\.v(\w+))?(?:\.([ks]\w*))?((?:\.[\w-]+~[01])*)$/

/**
 * Reads a choice. Damage reads as no choice: nothing is repaired, since a repaired value could grant something.
 * @returns `undefined` where the text is anything but a choice written out in full
 */
export const parseChoice = (text: string): Choice | undefined => {
  const match = SHAPE.exec(text)
  if (!match) return
  const [, f, a, m, e, time, revision, open, stamp = '', known = '', services] = match
  return {
    categories: { necessary: true, functional: f === '1', analytics: a === '1', marketing: m === '1', embeds: e === '1' },
    services: Object.fromEntries([...services!.matchAll(/([^.]+)~(.)/g)].map(([, id, flag]) => [id!, flag === '1'])),
    time: parseInt(time!, 36),
    revision: revision!,
    open: !!open,
    stamp,
    known,
  }
}
