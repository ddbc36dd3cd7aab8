import type { Expected, ExpectedTab } from './model.js'
import type { Step } from './steps.js'

interface Tab extends Window {
  readonly view?: number
}

export interface Failure {
  /** Of the walk, in the order given. */
  readonly walk: number
  /** -1 is the first visit. */
  readonly step: number
  readonly expected: unknown
  readonly found: unknown
}

export interface Planned {
  readonly steps: readonly Step[]
  readonly expected: readonly Expected[]
}

/**
 * Runs in a page of the site that stands apart, and takes all these walks in other tabs, which it opens: what goes to
 * and fro between a test and its browser would cost more than the walks do.
 * @returns what went wrong first, and for each walk, by the number of the view, what was fetched
 */
export const drive = async ({ walks, damage, patience }: { walks: readonly Planned[]; damage: Readonly<Record<string, readonly [string, string]>>; patience: number }) => {
  type Consent = NonNullable<Window['privolim']>
  const own = window as unknown as { drift: number; complaints: string[] }
  const NEW = `1.n1.f1.a1.m1.e1.t${Math.floor(Date.now() / 1000).toString(36)}.r0`
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
  const tell = (words: string) => fetch(`/vodja/${words}`, { method: 'POST' })

  /** For each walk, what each view has fetched. */
  const seen: Record<number, string[]>[] = []
  let visits = 0
  /** Another one each time: who goes to where they are leaves no trace in the history. */
  const addressOf = (page: number) => `/stran/${page}?${++visits}`
  const nameOf = (address: string) => /tretji\.example\/(\w+)/.exec(address)?.[1] ?? ''
  const unique = (names: string[]) => [...new Set(names.filter(Boolean))].sort()
  const find = (tab: Window, selector: string) => tab.document.querySelector<HTMLElement>(selector)

  const look = (tab: Tab, views: number[]): ExpectedTab | undefined => {
    const consent = (tab as { privolim?: Consent }).privolim
    const host = find(tab, '#privolim')
    if (!consent?.inventory || !host || tab.document.readyState !== 'complete') return
    // The last walk's page may still be there.
    if (seen.slice(0, -1).some((earlier) => String(tab.view) in earlier)) return
    if (!views.includes(tab.view!)) views.push(tab.view!)
    const ids = ['functional', 'analytics', 'marketing', 'embeds', ...consent.inventory.services.map(({ id }) => id)]
    const live = [...tab.document.querySelectorAll<HTMLImageElement>('img[src],iframe[src]')]
    const fetched = unique(tab.performance.getEntriesByType('resource').map(({ name }) => nameOf(name)))
    seen.at(-1)![tab.view!] = fetched
    return {
      view: views.indexOf(tab.view!),
      granted: ids.filter((id) => consent.granted(id)),
      shown: host.dataset.privolimView as ExpectedTab['shown'],
      choice: host.dataset.privolimChoice as ExpectedTab['choice'],
      // Twice would be seen.
      ran: [...((tab as { ran?: string[] }).ran ?? [])].sort(),
      live: unique(live.map(({ src }) => nameOf(src))),
      fetched,
      placeholders: tab.document.querySelectorAll('[data-privolim-placeholder]').length,
    }
  }

  const cookies = () => new Map(document.cookie.split('; ').map((pair) => pair.split(/=(.*)/) as [string, string]))

  let damaged = ''

  const cookie = () => {
    const value = cookies().get('privolim') ?? ''
    if (value && value === damaged) return 'damaged'
    const [flags, rest = ''] = value.split(/\.t\w+\.r\w+/) as [string, string?]
    const open = rest.startsWith('.o') ? ['o'] : []
    return [flags, ...open, ...(rest.match(/[\w-]+~[01]/g) ?? []).sort()].join('.')
  }

  const press = async (root: () => ParentNode | null | undefined, action: string) => {
    for (let tries = 0; tries < patience; tries++) {
      const button = [...(root()?.querySelectorAll<HTMLElement>(`[data-privolim-action="${action}"]`) ?? [])].find((one) => one.checkVisibility())
      if (button) return button.click()
      await pause(4)
    }
    throw new Error(`no ${action}`)
  }

  const takeWalk = async ({ steps, expected }: Planned, first: Tab): Promise<Omit<Failure, 'walk'> | undefined> => {
    const tabs: Tab[] = [first]
    const views: number[][] = [[]]
    seen.push({})
    for (const name of cookies().keys()) document.cookie = `${name}=; Path=/; Max-Age=0; Secure`
    // What one page writes another sees a moment later. Until then the last walk's choice, which may be out of its time,
    // must not be in it again on the page where that walk ended.
    while (first.document.cookie !== document.cookie) await pause(1)
    own.drift = 0
    await tell('hoja')
    first.location.assign(addressOf(0))

    const lookAtAll = (isComplete: boolean) => {
      const here: (ExpectedTab | undefined)[] = tabs.map((tab, index) => {
        try {
          return look(tab, views[index]!)
        } catch {
          return undefined
        }
      })
      return { cookie: cookie(), complete: isComplete && /\.v\w/.test(document.cookie), record: cookies().has('_stevec'), tabs: here }
    }
    /** Resolves when everything is as expected, and stays so for a while. */
    const compare = async (step: number) => {
      const wanted = JSON.stringify(expected[step + 1])
      let found = ''
      let calm = 0
      for (const begin = performance.now(); performance.now() - begin < patience && calm < 3; ) {
        found = JSON.stringify(lookAtAll(expected[step + 1]!.complete))
        if (found !== wanted) {
          calm = 0
          await pause(4)
        } else if (++calm < 3) await Promise.all(tabs.map((tab) => new Promise((done) => tab.requestAnimationFrame(() => tab.setTimeout(done)))))
      }
      if (calm < 3) return { step, expected: expected[step + 1], found: JSON.parse(found) as unknown }
      return own.complaints.length ? { step, expected: [], found: own.complaints } : undefined
    }
    const lookAgain = async () => {
      while (tabs.some((tab) => tab.document.cookie !== document.cookie)) await pause(1)
      for (const tab of tabs) tab.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }
    const answer = (tab: Tab, action: string, say: (consent: Consent) => void) => {
      const host = find(tab, '#privolim')!
      if (host.dataset.privolimView !== 'banner') return say((tab as { privolim?: Consent }).privolim!)
      return press(() => host.shadowRoot, action)
    }
    const placeholder = (tab: Tab) => find(tab, '[data-privolim-placeholder]')?.shadowRoot
    const take = async (step: Step, before: Expected, after: Expected) => {
      own.drift += 2000
      const number = 'tab' in step && tabs[step.tab] ? step.tab : 0
      const tab = tabs[number]!
      const consent = (tab as { privolim?: Consent }).privolim!
      switch (step.do) {
        case 'accept':
          return answer(tab, 'accept-all', (said) => said.acceptAll())
        case 'reject':
          return answer(tab, 'reject-all', (said) => said.rejectAll())
        case 'withdraw':
          return consent.withdraw()
        case 'save':
          return consent.save(step.decision)
        case 'once':
        case 'always':
          return before.tabs[number]!.placeholders ? press(() => placeholder(tab), `load-${step.do}`) : undefined
        case 'go':
          return tab.location.assign(addressOf(step.page))
        case 'reload':
          return tab.location.reload()
        case 'back':
        case 'forward':
          // To where the walk began and no further.
          return after.tabs[number]!.view > before.tabs[number]!.view ? tab.history[step.do]() : undefined
        case 'open':
          if (tabs.length < 2) {
            tabs.push(window.open(addressOf(0), '_blank', 'popup,width=320,height=240') as Tab)
            views.push([])
          }
          return
        case 'close':
          views.splice(1)
          for (const other of tabs.splice(1)) other.close()
          return
        case 'delete':
          document.cookie = 'privolim=; Path=/; Max-Age=0; Secure'
          return lookAgain()
        case 'damage':
          damaged = (cookies().get('privolim') || NEW).replace(new RegExp(damage[step.how]![0]), damage[step.how]![1])
          document.cookie = `privolim=${damaged}; Path=/; Secure`
          return lookAgain()
        case 'wait':
          own.drift += step.days * 86_400_000
          return lookAgain()
        case 'change':
          await tell(`inventar/${step.inventory}`)
          return tab.location.reload()
      }
    }

    let failure = await compare(-1)
    for (const [index, step] of steps.entries()) {
      if (failure) break
      await take(step, expected[index]!, expected[index + 1]!)
      failure = await compare(index)
    }
    for (const other of tabs.splice(1)) other.close()
    return failure
  }

  own.drift = 0
  own.complaints = []
  const first = window.open('about:blank', '_blank', 'popup,width=320,height=240') as Tab
  let failure: Failure | undefined
  for (const [walk, planned] of walks.entries()) {
    const failed = await takeWalk(planned, first)
    if (failed) failure = { ...failed, walk }
    if (failed) break
  }
  first.close()
  return { failure, seen }
}
