import { Browser, settled, Tab, type View } from './FakeBrowser.js'
import type { Expected } from './model.js'
import { DAMAGE } from './site.js'
import type { Step } from './steps.js'

/**
 * Takes walks through the core's own door in a browser of a few lines, which has what the core looks at and nothing
 * else: a document that is a list of what is held, a jar of cookies, and tasks that take no time.
 */

const cookieIn = ({ jar }: Browser, damaged: string) => {
  const value = jar.get('privolim') ?? ''
  if (value && value === damaged) return 'damaged'
  const [flags, rest = ''] = value.split(/\.t\w+\.r\w+/) as [string, string?]
  return [flags, ...(rest.startsWith('.o') ? ['o'] : []), ...(rest.match(/[\w-]+~[01]/g) ?? []).sort()].join('.')
}

const NEW = '1.n1.f1.a1.m1.e1.tt7ki80.r0'

/** @returns what was the case at first, and after each step */
export const simulate = async (steps: readonly Step[], expected: readonly Expected[]): Promise<Expected[]> => {
  const browser = new Browser()
  let damaged = ''
  const openTab = () => {
    const tab = new Tab(browser)
    browser.tabs.push(tab)
    tab.load()
  }
  const look = (index: number): Expected => ({
    cookie: cookieIn(browser, damaged),
    complete: expected[index]!.complete && /\.v\w/.test(browser.cookie),
    record: browser.jar.has('_stevec'),
    tabs: browser.tabs.map(({ view }) => view.look()),
  })
  const lookAgain = async () => {
    for (const { view } of browser.tabs) {
      view.enter()
      view.window.tell('visibilitychange')
      await settled()
    }
  }
  const answer = ({ consent, asking }: View, value: boolean) => {
    const news = asking?.details().news
    if (!news) return value ? consent.acceptAll() : consent.rejectAll()
    // The question asks about what is new alone, see src/ui/Question.tsx.
    const touched = news.map(({ category }) => category)
    const services = consent.inventory.services.filter(({ category }) => touched.includes(category))
    const all = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, value]))
    consent.save({ categories: all(touched), services: all(services.map(({ id }) => id)) })
  }
  const move = (tab: Tab, to: number) => {
    if (to < 0 || to >= tab.entries.length) return
    tab.at = to
    tab.history.state = null
    tab.load()
  }
  const take = (step: Step) => {
    browser.clock += 2000
    const tab = browser.tabs['tab' in step ? step.tab : 0] ?? browser.tabs[0]!
    const { view } = tab
    view.enter()
    switch (step.do) {
      case 'accept':
      case 'reject':
        return answer(view, step.do === 'accept')
      case 'withdraw':
        return view.consent.withdraw()
      case 'save':
        return view.consent.save(step.decision)
      case 'once':
      case 'always':
        return view.press(step.do)
      case 'go':
        tab.entries.splice(tab.at + 1, Infinity, step.page)
        return move(tab, tab.at + 1)
      case 'reload':
        return tab.load()
      case 'back':
        return move(tab, tab.at - 1)
      case 'forward':
        return move(tab, tab.at + 1)
      case 'open':
        return browser.tabs.length < 2 ? openTab() : undefined
      case 'close':
        return void browser.tabs.splice(1)
      case 'delete':
        browser.jar.delete('privolim')
        return lookAgain()
      case 'damage': {
        const [pattern, written] = DAMAGE[step.how]
        damaged = (browser.jar.get('privolim') ?? NEW).replace(new RegExp(pattern), written)
        browser.jar.set('privolim', damaged)
        return lookAgain()
      }
      case 'wait':
        browser.clock += step.days * 86_400_000
        return lookAgain()
      case 'change':
        browser.inventory = step.inventory
        return tab.load()
    }
  }
  openTab()
  await browser.settle()
  const found = [look(0)]
  for (const [index, step] of steps.entries()) {
    await take(step)
    await browser.settle()
    found.push(look(index + 1))
  }
  return found
}
