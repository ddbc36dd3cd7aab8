import { after } from './after'
import { cookieStorage } from './choice/cookieStorage'
import { newestChoice } from './choice/newestChoice'
import { createConsent } from './consent/createConsent'
import type { Consent, RunningConsent } from './consent/types'
import { attachGates } from './gates/attachGates'
import { declarationGate } from './gates/declarationGate'
import { scriptGate } from './gates/scriptGate'
import { createHost, lazyUI, showChoice } from './host'
import { openInventory, type OpenedInventory } from './inventory/openInventory'
import type { Service } from './inventory/types'
import { pickLanguage } from './language'
import { afterPaint, isAsking, onOpenerClick, OPENER, whenParsed } from './page'
import type { Loader } from './parts'
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

/**
 * The story: inventory → choice → consent → gates → UI. Whatever goes wrong, everything optional stays denied.
 * @param source the inventory as JSON text, or a promise of it
 */
export const start = (source: string | Promise<string>, { load, language, nonce = '' }: StartOptions): Consent => {
  let consent: RunningConsent | undefined
  const host = createHost()
  const speak = () => pickLanguage(language, consent?.inventory.languages)

  const isGranted = (id: string) => {
    if (consent && !consent.knows(id)) reportUnknown(id)
    return granted(id)
  }
  const granted = (id: string) => (consent ? consent.granted(id) : id === 'necessary')
  const declare = () => void load('declaration').then((part) => part.fillDeclarations(consent!), report)
  const gates = attachGates([scriptGate(isGranted), declarationGate(declare)])

  const openUI = lazyUI(async () => (await load('ui')).mount({ consent: consent!, host, language: speak() }))
  const placeWayBack = () => {
    if (!document.querySelector(OPENER)) load('reopen').then((part) => part.placeReopen(), report)
  }

  const begin = (opened: OpenedInventory) => {
    const { inventory } = opened
    const storage = cookieStorage(inventory.cookieDomain)
    const describe = async (services: readonly Service[]) => (await load('changes')).knownToken(services)
    const running = (consent = createConsent(opened, storage, now, describe))
    showChoice(host, running)
    // Vendors are told before anything of theirs is released, now and on every change.
    for (const service of inventory.services) service.connect?.(service, running, nonce)
    running.subscribe((_, change) => {
      showChoice(host, running)
      // The visitor sees the answer taken before the page gets busy with what the answer started.
      afterPaint(() => {
        gates.update()
        if (change.denied.length) load('cleanup').then((part) => part.cleanUp(inventory, granted), report)
        placeWayBack()
      })
      document.dispatchEvent(new CustomEvent('privolim:change', { detail: change }))
    })
    gates.update()
    if (running.needsChoice && isAsking()) void openUI('banner')
    else if (running.choice) whenParsed(placeWayBack)
    document.dispatchEvent(new CustomEvent('privolim:ready'))
  }

  const run = async () => {
    try {
      // No `await` before the gates are open: what is decided already is decided before the parser goes on.
      const open = (text: string) => openInventory(text, newestChoice(cookieStorage(), now()), load, isAsking())
      await after(after(source, open), begin)
    } catch (error) {
      const explained = await load('errors').then((part) => part.explainError(error, speak()), () => error)
      report(explained)
      throw explained
    }
  }
  const ready = run()
  // Who awaits `ready` hears of it; nobody else's page gets an unhandled rejection.
  ready.catch(() => {})

  /** What is asked for before the inventory is there is done once it is. */
  const act = (deed: (running: RunningConsent) => void) => {
    if (consent) deed(consent)
    else ready.then(() => deed(consent!), () => {})
  }
  const openPreferences = async () => {
    await ready
    await openUI('preferences')
  }
  onOpenerClick(() => void openPreferences().catch(() => {}))

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
    acceptAll: () => act((running) => running.acceptAll()),
    rejectAll: () => act((running) => running.rejectAll()),
    save: (decision) => act((running) => running.save(decision)),
    withdraw: () => act((running) => running.withdraw()),
    openPreferences,
    rescan: gates.scan,
    subscribe(listener) {
      let end = () => {}
      act((running) => (end = running.subscribe(listener)))
      return () => end()
    },
  }
}
