import { after } from './after'
import { cookieStorage } from './choice/cookieStorage'
import { newestChoice } from './choice/newestChoice'
import type { ConnectedService } from './consent/connect'
import { createConsent } from './consent/createConsent'
import type { Consent, Decision, RunningConsent } from './consent/types'
import { attachGates } from './gates/attachGates'
import { FOREIGN } from './gates/foreign'
import { lazyGate } from './gates/lazyGate'
import { scriptGate } from './gates/scriptGate'
import { createHost, showChoice } from './host'
import { openInventory, type StampedInventory } from './inventory/openInventory'
import type { Service } from './inventory/types'
import { afterPaint, isAsking, onOpenerClick, OPENER, whenParsed } from './page'
import type { Loader, Parts, UI } from './parts'
import { report, reportUnknown } from './report'

export interface StartOptions {
  /** How the parts are fetched; lent by the door. */
  readonly load: Loader
  /** Code of a language; goes before `<html lang>`. */
  readonly language?: string | undefined
  /** Of the site's Content-Security-Policy, for scripts that Privolim itself inserts. */
  readonly nonce?: string | undefined
}

const now = () => Date.now() / 1000

const nothing = () => {}

const emit = (name: string, detail?: unknown) =>
  document.dispatchEvent(new CustomEvent(`privolim:${name}`, { detail }))

/**
 * The story: inventory → choice → consent → gates → UI. Whatever goes wrong, everything optional stays denied.
 * @param source the inventory as JSON text, or a promise of it
 */
export const start = (source: string | Promise<string>, { load, language, nonce = '' }: StartOptions): Consent => {
  let consent: RunningConsent | undefined
  const host = createHost()
  /** Fetches a part and lets it do something; a part that cannot be fetched leaves everything as it is, denied. */
  const use = <Name extends keyof Parts>(name: Name, work: (part: Parts[Name]) => unknown) =>
    load(name).then(work).catch(report)

  const granted = (id: string) => (consent ? consent.granted(id) : id === 'necessary')
  const mayRelease = (id: string) => {
    if (consent?.knows(id) === false) reportUnknown(id)
    return granted(id)
  }
  const gates = attachGates([
    scriptGate(mayRelease),
    lazyGate('[data-privolim]:not(script)', () =>
      use('elements', (part) => part.updateElements({ consent: consent!, granted: mayRelease, load, gates })),
    ),
    lazyGate('[data-privolim-declaration=""]', () => use('declaration', (part) => part.fillDeclarations(consent!))),
    lazyGate(FOREIGN, () => use('dialects', (part) => part.translate(consent!) && gates.scan())),
  ])

  let ui: UI | undefined
  const show = (work: (shown: UI) => unknown) =>
    use('ui', (part) => work((ui ??= part.mount({ consent: consent!, host, language }))))
  const placeWayBack = () => {
    if (!document.querySelector(OPENER)) void use('reopen', (part) => part.placeReopen())
  }

  const begin = (opened: StampedInventory) => {
    const { inventory } = opened
    const storage = cookieStorage(inventory.cookieDomain)
    const describe = async (services: readonly Service[]) => (await load('changes')).knownToken(services)
    const running = (consent = createConsent(opened, storage, now, describe))
    showChoice(host, running)
    // Vendors are told before anything of theirs is released, now and on every change.
    for (const service of inventory.services as ConnectedService[]) {
      try {
        service.connect?.(service, running, nonce)
      } catch (error) {
        // What the page has left under the vendor's name may be anything; the other services go on.
        report(error)
      }
    }
    running.subscribe((_, change) => {
      showChoice(host, running)
      // The visitor sees the answer taken before the page gets busy with what the answer started.
      afterPaint(() => {
        gates.update()
        if (change.denied.length) void use('cleanup', (part) => part.cleanUp(inventory, granted))
        placeWayBack()
      })
      emit('change', change)
    })
    gates.update()
    // Of several cookies of the name, on host and domain, the newest has been read, and it alone is to stay.
    if (storage.read().length > 1) void use('cleanup', (part) => part.keepOne(storage, running))
    if (running.needsChoice && isAsking()) void show((shown) => shown.show('banner'))
    else if (running.choice) whenParsed(placeWayBack)
    emit('ready')
  }

  const run = async () => {
    try {
      // No `await` before the gates are open: what is decided already is decided before the parser goes on.
      const open = (text: string) => openInventory(text, newestChoice(cookieStorage(), now()), load, isAsking())
      await after(after(source, open), begin)
    } catch (error) {
      const explained = await load('errors').then((part) => part.explainError(error, language), () => error)
      report(explained)
      throw explained
    }
  }
  const ready = run()
  // Who awaits `ready` hears of it; nobody else's page gets an unhandled rejection.
  ready.catch(nothing)

  /** What is asked for before the inventory is there is done once it is. */
  const act = (deed: (running: RunningConsent) => void) => {
    if (consent) deed(consent)
    else ready.then(() => deed(consent!), nothing)
  }
  const later =
    (name: 'acceptAll' | 'rejectAll' | 'save' | 'withdraw') =>
    (decision: Decision = {}) =>
      act((running) => running[name](decision))
  const openPreferences = async () => {
    await ready
    await show((shown) => shown.show('preferences'))
  }
  onOpenerClick(() => void openPreferences().catch(nothing))

  return {
    ready,
    get inventory() {
      return consent?.inventory as Consent['inventory']
    },
    get needsChoice() {
      return !!consent?.needsChoice
    },
    get choice() {
      return consent?.choice
    },
    granted,
    acceptAll: later('acceptAll'),
    rejectAll: later('rejectAll'),
    save: later('save'),
    withdraw: later('withdraw'),
    openPreferences,
    rescan: gates.scan,
    subscribe(listener) {
      let end = nothing
      act((running) => (end = running.subscribe(listener)))
      return () => end()
    },
  }
}
