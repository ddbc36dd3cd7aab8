import { afterEach, expect, test, vi } from 'vitest'
import type { Connect, ConnectedService } from './connect'
import { connectAll } from './connectAll'
import type { RunningConsent } from './types'

afterEach(() => vi.restoreAllMocks())

const service = (id: string, connect?: Connect) => ({ id, category: 'analytics', provider: { name: id }, cookies: [], connect }) as ConnectedService

test('each vendor is told, with what holds and the nonce; one that throws stops no other', () => {
  const complained = vi.spyOn(console, 'error').mockReturnValue()
  const [first, last] = [vi.fn<Connect>(), vi.fn<Connect>()]
  const failure = new Error('the page has something else under this name')
  const broken = () => {
    throw failure
  }
  const services = [service('prvi', first), service('brez'), service('pokvarjen', broken), service('zadnji', last)]
  const consent = { inventory: { services } } as unknown as RunningConsent
  connectAll(consent, 'n0nce')
  expect(first.mock.calls).toEqual([[services[0], consent, 'n0nce']])
  expect(last.mock.calls).toEqual([[services[3], consent, 'n0nce']])
  expect(complained).toHaveBeenCalledOnce()
  expect(complained.mock.calls[0]).toContain(failure)
})
