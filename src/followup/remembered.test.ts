import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { remember, takeRemembered } from './remembered'

class FakeHistory {
  state: unknown = null
  replaceState(state: unknown) {
    this.state = structuredClone(state)
  }
}

let page: FakeHistory

beforeEach(() => {
  page = new FakeHistory()
  vi.stubGlobal('History', FakeHistory)
  vi.stubGlobal('history', page)
})
afterEach(() => vi.unstubAllGlobals())

test.each([[null], [{ korak: 3 }], [{}], ['korak'], [0], [[1, 2]], [new Map([[1, 2]])], [{ privolim: 'svoj' }]])(
  'the page’s own state is as it was: %j',
  (state) => {
    page.state = state
    expect(takeRemembered()).toEqual([])
    expect(page.state).toEqual(state)
    remember(['ga'])
    expect(takeRemembered()).toEqual(['ga'])
    expect(page.state).toEqual(state)
    expect(takeRemembered()).toEqual([])
    expect(page.state).toEqual(state)
  },
)

test('two answers in a row are both remembered', () => {
  page.state = 'korak'
  remember(['ga'])
  remember(['video'])
  expect(takeRemembered()).toEqual(['ga', 'video'])
  expect(page.state).toBe('korak')
})

test('what the page adds meanwhile stays', () => {
  remember(['ga'])
  page.state = { ...(page.state as object), korak: 4 }
  expect(takeRemembered()).toEqual(['ga'])
  expect(page.state).toEqual({ korak: 4 })
})

test('what the page has put in the place of replaceState is not called', () => {
  const counted = vi.fn<() => void>()
  Object.assign(page, { replaceState: counted })
  remember(['ga'])
  takeRemembered()
  expect(counted).not.toHaveBeenCalled()
})
