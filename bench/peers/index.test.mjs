import { expect, test } from 'vitest'
import { pageOf } from '../page.mjs'
import { scriptsOf, servicesWith } from '../site.mjs'
import { PEERS } from './index.mjs'

for (const peer of PEERS) {
  test(`${peer.name}: what it cannot do has its note, in both languages`, () => {
    const noted = Object.values(peer.notes ?? {})
    expect(noted.every(({ en, sl }) => en && sl)).toBe(true)
    expect(peer.notes?.preferences !== undefined).toBe(!peer.preferences || !peer.list)
  })

  test(`${peer.name}: each held script is on the page, once`, () => {
    const scripts = scriptsOf(20).map((script) => ({ ...script, category: 'analytics', src: `http://held.example${script.path}` }))
    const parts = peer.setUp({ services: servicesWith(10), scripts, packages: '/packages' })
    const page = pageOf({ ...parts, held: scripts.map((script) => peer.mark(script)) })
    for (const { src } of scripts) expect(page.split(src)).toHaveLength(2)
  })
}
