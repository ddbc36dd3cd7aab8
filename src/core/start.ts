import { after } from './after'
import { cookieStorage } from './choice/cookieStorage'
import { newestChoice } from './choice/newestChoice'
import { connectAll } from './consent/connectAll'
import { createConsent } from './consent/createConsent'
import { publicConsent } from './consent/publicConsent'
import type { Consent, RunningConsent } from './consent/types'
import { attachGates, type AttachedGates } from './gates/attachGates'
import { lazyGates } from './gates/lazyGates'
import { trusted } from './gates/revive'
import { scriptGate } from './gates/scriptGate'
import { createHost, showChoice } from './host'
import { openInventory, OPTIONAL } from './inventory/openInventory'
import { isUnfinished } from './isUnfinished'
import { likelyLanguage } from './likelyLanguage'
import { nothing } from './nothing'
import { afterPaint, isAsking, onOpenerClick, OPENER, whenParsed } from './page'
import type { Loader, PagePartName, Parts, Settings, StampedInventory, UI } from './parts'
import { report } from './report'
import { keepInStep, seen } from './sync'

export interface StartOptions {
  /** How the parts are fetched; lent by the door. */
  readonly load: Loader
  readonly settings?: Settings
  /** Of the site's Content-Security-Policy, for scripts that Privolim itself inserts. */
  readonly nonce?: string | undefined
}

const now = () => Math.floor(Date.now() / 1000)

/**
 * The story: inventory → choice → consent → gates → UI. Whatever goes wrong, everything optional stays denied.
 * @param source the inventory as JSON text, or a promise of it
 */
export const start = (source: string | Promise<string>, { load, settings = {}, nonce = '' }: StartOptions): Consent => {
  let consent: RunningConsent | undefined
  const host = createHost()
  const asks = isAsking()
  /** Fetches a part and lets it do something; a part that cannot be fetched leaves everything as it is, denied. */
  const use = <Name extends keyof Parts>(name: Name, work: (part: Parts[Name]) => unknown) =>
    load(name).then(work).catch(report)

  const granted = (id: string) => (consent ? consent.granted(id) : id === 'necessary')
  const complain = (about: HTMLScriptElement | string) => void use('mistakes', (part) => part.run(about))
  /** What the inventory does not know stays denied, and its author is told. */
  const check = (id: string) => {
    if (consent?.knows(id) === false) complain(id)
  }
  const mayRelease = (id: string) => {
    check(id)
    return granted(id)
  }
  const scripts = scriptGate(mayRelease, complain)
  const runOnPage = (name: PagePartName) =>
    use(name, (part) => part.run({ consent: consent!, granted: mayRelease, load, settings, gates, trusted }))
  const gates: AttachedGates = attachGates([scripts, ...lazyGates(runOnPage)])

  let ui: UI | undefined
  const show = (work: (shown: UI) => unknown) =>
    asks && use('ui', (part) => work((ui ??= part.mount({ consent: consent!, host, load, settings }))))
  const placeWayBack = () => {
    if (asks && !document.querySelector(OPENER)) void runOnPage('reopen')
  }

  const begin = (opened: StampedInventory) => {
    const storage = cookieStorage(opened.inventory.cookieDomain)
    const gpc = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
    const running = (consent = createConsent(opened, storage, now, () => host.lang, gpc))
    const ask = () => {
      // It is shown where the question still stands once it has been fetched.
      if (running.needsChoice) void show((shown) => shown.show('closed'))
    }
    const followUp = (withdrawn: readonly string[] = []) =>
      use('followup', (part) =>
        part.run({
          consent: running,
          opened,
          storage,
          load,
          ran: scripts.ran(),
          withdrawn,
          tell: (notice) => void show((shown) => shown.tell(notice)),
        }),
      )
    const tellOthers = keepInStep(() => running.refresh('other-tab'))
    showChoice(host, running)
    // Vendors are told before anything of theirs is released, now and on every change.
    connectAll(running, nonce)
    running.subscribe((_, change) => {
      showChoice(host, running)
      if (change.method === 'other-tab') ask()
      else tellOthers()
      // The visitor sees the answer taken before the page gets busy with what the answer started.
      afterPaint(() => {
        gates.update()
        if (!running.choice) return
        void followUp(change.changed.filter((id) => !granted(id)))
        placeWayBack()
      })
      document.dispatchEvent(new CustomEvent('privolim:change', { detail: change }))
    })
    gates.update()
    if (gpc && !running.choice) running.refresh('gpc')
    if (isUnfinished(running, opened, storage)) void followUp()
    ask()
    if (running.choice) whenParsed(placeWayBack)
    document.dispatchEvent(new CustomEvent('privolim:ready'))
  }

  const run = async () => {
    try {
      if ((document as { prerendering?: boolean }).prerendering) await seen()
      // No `await` before the gates are open: what is decided already is decided before the parser goes on.
      const choice = newestChoice(cookieStorage(), now())
      // The question's file brings the check along. Of an inventory that is being fetched it is not known yet whether it
      // asks; most do.
      const part = asks && !choice && (typeof source !== 'string' || OPTIONAL.test(source)) ? 'ui' : 'check'
      // Beside the inventory, not after it: on a slow line that is one round trip less before the question.
      if (!choice) load(part).catch(nothing)
      const language = part === 'ui' && likelyLanguage(settings.lang)
      if (language) load(language).catch(nothing)
      const open = (text: string) => openInventory(text, choice, load, part)
      await after(after(source, open), begin)
    } catch (error) {
      const explained = await load('errors').then((part) => part.explainError(error, settings.lang), () => error)
      report(explained)
      throw explained
    }
  }
  const ready = run()
  // Who awaits `ready` hears of it; nobody else's page gets an unhandled rejection.
  ready.catch(nothing)

  const openPreferences = async () => {
    await ready
    await (show((shown) => shown.show('preferences')) || top!.privolim?.openPreferences())
  }
  onOpenerClick(() => void openPreferences().catch(nothing))

  return publicConsent({ ready, granted, openPreferences, rescan: gates.scan }, () => consent, check)
}
