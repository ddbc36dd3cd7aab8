import { describe, expect, test } from 'vitest'
import type { RunningConsent } from '../core/consent/types'
import type { Choice } from '../core/choice/types'
import { declaration as sl } from '../texts/sl/declaration'
import { createWords } from '../texts/words'
import { sayChoice } from './sayChoice'

const words = createWords('sl', sl)
const TIME = Date.UTC(2026, 10, 25, 12) / 1000
const EXPIRES = Date.UTC(2027, 4, 25, 12) / 1000

const consent = (granted: readonly string[], choice?: Partial<Choice>, stored = true) =>
  ({
    inventory: {
      services: [
        { id: 'forum', category: 'necessary' },
        { id: 'stevec', category: 'analytics', name: 'Števec' },
        { id: 'oglasi', category: 'marketing', name: { sl: 'Oglasi' } },
        { id: 'video', category: 'embeds' },
      ],
    },
    choice: choice && { time: TIME, open: false, ...choice },
    granted: (id: string) => granted.includes(id),
    details: () => ({ expires: choice && EXPIRES, stored, news: undefined, gpc: false }),
  }) as unknown as RunningConsent

const WHEN = 'Zadnja izbira: 25.\u00a011.\u00a02026 · Velja do: 25.\u00a05.\u00a02027'

describe('sayChoice', () => {
  test.each<[string, RunningConsent, string, string]>([
    ['none yet', consent([]), 'Izbire še niste shranili; dovoljeni so samo nujno potrebni piškotki.', ''],
    ['a refusal', consent([], {}), 'Vaša izbira: dovoljeni so samo nujno potrebni piškotki.', WHEN],
    ['all', consent(['stevec', 'oglasi', 'video'], {}), 'Vaša izbira: dovolili ste vse piškotke.', WHEN],
    ['one', consent(['stevec'], {}), 'Vaša izbira: dovolili ste del storitev (Števec).', WHEN],
    ['some', consent(['stevec', 'oglasi'], {}), 'Vaša izbira: dovolili ste del storitev (Števec in Oglasi).', WHEN],
    ['an embed before any answer', consent(['video'], { open: true }), 'Vaša izbira: dovolili ste del storitev (video).', WHEN],
    ['what the browser did not keep', consent([], {}, false), 'Vaša izbira: dovoljeni so samo nujno potrebni piškotki.', 'Zadnja izbira: 25.\u00a011.\u00a02026'],
  ])('says %s', (_, state, said, when) => {
    expect(sayChoice(state, words)).toEqual({ said, when })
  })
})
