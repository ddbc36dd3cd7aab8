/** What of Consent-O-Matic's rule language the rule in `robots/` uses. */
interface Selection {
  readonly selector: string
  readonly displayFilter?: boolean
}

interface Aim {
  readonly parent?: Selection
  readonly target: Selection
}

interface Consent {
  /** A: preferences, B: analytics, E: content, F: advertising. */
  readonly type: string
  readonly matcher: Aim & { readonly type: 'checkbox' }
  readonly toggleAction: Action
}

type Action =
  | ({ readonly type: 'click' } & Aim)
  | ({ readonly type: 'waitcss'; readonly retries: number; readonly waitTime: number } & Aim)
  | { readonly type: 'list'; readonly actions: readonly Action[] }
  | { readonly type: 'consent'; readonly consents: readonly Consent[] }

export interface Rule {
  readonly detectors: readonly { readonly presentMatcher: readonly Aim[]; readonly showingMatcher: readonly Aim[] }[]
  readonly methods: readonly { readonly name: string; readonly action: Action }[]
}

/**
 * Carries a rule out as Consent-O-Matic does. Runs in the page: it knows nothing from outside itself.
 * @param allowed letters of what the user allows
 * @returns how often it clicked; `undefined` where it does not see that anything is asked
 */
export const runRule = async ({ rule, allowed }: { rule: Rule; allowed: readonly string[] }): Promise<number | undefined> => {
  const find = ({ parent, target }: Aim): HTMLElement | undefined => {
    // A shadow root is entered through `parent` alone.
    const around = parent ? document.querySelector(parent.selector) : document
    const places = [around, around && 'shadowRoot' in around ? around.shadowRoot : null]
    const found = places.map((place) => place?.querySelector<HTMLElement>(target.selector)).find(Boolean)
    return found && (target.displayFilter === undefined || (found.offsetHeight !== 0) === target.displayFilter) ? found : undefined
  }
  let clicks = 0
  const act = async (action: Action): Promise<void> => {
    switch (action.type) {
      case 'click': {
        const target = find(action)
        if (target) clicks++
        target?.click()
        return
      }
      case 'waitcss':
        for (let left = action.retries; left > 0 && !find(action); left--)
          await new Promise((done) => setTimeout(done, action.waitTime))
        return
      case 'list':
        for (const one of action.actions) await act(one)
        return
      case 'consent':
        for (const { type, matcher, toggleAction } of action.consents) {
          const box = find(matcher) as HTMLInputElement | undefined
          // What a site does not use has no box.
          if (box && box.checked !== allowed.includes(type)) await act(toggleAction)
        }
    }
  }
  const asks = () =>
    rule.detectors.some(({ presentMatcher, showingMatcher }) => [...presentMatcher, ...showingMatcher].every(find))
  // It gives up after five seconds.
  for (let left = 20; left > 0 && !asks(); left--) await new Promise((done) => setTimeout(done, 250))
  if (!asks()) return undefined
  for (const name of ['OPEN_OPTIONS', 'DO_CONSENT', 'SAVE_CONSENT']) {
    const method = rule.methods.find((one) => one.name === name)
    if (method) await act(method.action)
  }
  return clicks
}
