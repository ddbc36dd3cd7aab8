import * as fc from 'fast-check'
import { expect, type Handler, test, type World } from './support/world.js'
import { drive } from './walks/drive.js'
import { expectationsOf } from './walks/model.js'
import { DAMAGE, pageHtml } from './walks/site.js'
import { walk } from './walks/steps.js'

/**
 * A walk takes a second of a browser's work, so that the thousand of `walks/walks.test.ts` are taken through the core
 * in a browser of a few lines; here some of them show that what is built does the same in a real one.
 */
const WALKS = 30
const SEED = Number(process.env.PRIVOLIM_SEED ?? 20_190_315)
/** Of visitors at once, each on a host of their own: a walk mostly waits. */
const VISITORS = 3
/** Milliseconds until what was expected has to be there. */
const PATIENCE = 15_000

const thirdParty: Handler = ({ path }) => {
  const name = /\w+/.exec(path)![0]
  if (name === 'okvir') return '<!doctype html><title>x</title>'
  if (name === 'slika') return { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
  return { type: 'text/javascript', body: `ran.push('${name}')` }
}

/** @returns the numbers of the views that were served */
const serveSite = (world: World, host: string, nextView: () => number): number[] => {
  const views: number[] = []
  let inventory = 0
  world.serve(`${host}/vodja`, ({ path }) => {
    if (path.endsWith('/hoja')) inventory = 0
    if (path.includes('/inventar/')) inventory = Number(path.at(-1))
    return '<!doctype html><title>Vodja</title><link rel="icon" href="data:,">'
  })
  world.serve(`${host}/stran`, ({ path }) => {
    views.push(nextView())
    return pageHtml(Number(path.at('/stran/'.length)), inventory, views.at(-1)!)
  })
  return views
}

/** What each view asked the third party for, by its number. */
const askedOf = (world: World) => {
  const asked = new Map<number, Set<string>>()
  for (const { path } of world.requests('tretji.example')) {
    const [, name, view] = /^\/(\w+)\?ogled=(\d+)$/.exec(path)!
    asked.set(Number(view), (asked.get(Number(view)) ?? new Set()).add(name!))
  }
  return asked
}

test('walks of a visitor ask for what was granted and for nothing else, in a real browser', async ({ context, world }) => {
  test.setTimeout(300_000)
  console.log(`Walks of seed ${SEED}; PRIVOLIM_SEED takes others.`)
  const plans = fc.sample(walk, { seed: SEED, numRuns: WALKS }).map((steps) => ({ steps, expected: expectationsOf(steps) }))
  world.serve('tretji.example', thirdParty)
  let last = 0
  const visit = async (_: unknown, visitor: number) => {
    const host = `https://obiskovalec${visitor}.test.example`
    const served = serveSite(world, host, () => ++last)
    const page = await context.newPage()
    await page.goto(`${host}/vodja`)
    const walks = plans.filter((_plan, index) => index % VISITORS === visitor)
    const { failure, seen } = await page.evaluate(drive, { walks, damage: DAMAGE, patience: PATIENCE })
    expect(failure && { ...failure, steps: walks[failure.walk]!.steps }, 'what went wrong, and where').toBeUndefined()
    return { served, seen }
  }
  const visits = await Promise.all(Array.from({ length: VISITORS }, visit))

  const asked = askedOf(world)
  for (const { served, seen } of visits) {
    const fetched = Object.assign({}, ...seen) as Record<number, string[]>
    // No page was loaded that the walk does not know of.
    expect(Object.keys(fetched).map(Number)).toEqual(served)
    for (const view of served) expect([...(asked.get(view) ?? [])].sort(), `view ${view}`).toEqual(fetched[view])
  }
})
