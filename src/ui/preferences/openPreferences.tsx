import { effect } from '@preact/signals-core'
import { h, render } from 'preact'
import type { RunningConsent } from '../../core/consent/types'
import { preferences } from '../../texts/sl/preferences'
import { table } from '../../texts/sl/table'
import { createWords } from '../../texts/words'
import { adoptStyles } from '../adoptStyles'
import styles from '../styles/preferences.css?inline'
import { createDraft } from './draft'
import { Preferences } from './Preferences'

export interface PreferencesOptions {
  readonly consent: RunningConsent
  readonly root: ShadowRoot
  /** What is to be said of the browser's own signal. */
  readonly note: string
  /** What had the focus before, and gets it back. */
  readonly opener: Element | null
  /** Called when it has been closed, saved or not, before focus returns to where it came from. */
  readonly close: () => void
}

const words = createWords('sl', { ...table, ...preferences })
let dialog: HTMLDialogElement | undefined

/**
 * The second layer: a native modal dialog, so that focus stays in it, Escape leaves it, and what is beneath is inert to
 * screen readers too. Each opening is a new draft.
 */
export const openPreferences = ({ consent, root, note, opener, close }: PreferencesOptions): void => {
  if (!dialog) {
    adoptStyles(root, styles)
    dialog = document.createElement('dialog')
    dialog.setAttribute('part', 'preferences')
    dialog.setAttribute('aria-labelledby', 'preferences-title')
    root.append(dialog)
    if (window.ResizeObserver) new ResizeObserver(leaveUnseen).observe(dialog)
  }
  if (dialog.open) return
  const shown = dialog
  const draft = createDraft(consent)
  const leave = () => shown.close()
  const stop = effect(() =>
    render(<Preferences consent={consent} draft={draft} words={words} note={note} leave={leave} />, shown),
  )
  // A saved choice closes the dialog by whatever road it was made, another script's included.
  const forget = consent.subscribe(leave)
  shown.addEventListener(
    'close',
    () => {
      stop()
      forget()
      render(null, shown)
      close()
      // The browser does this by itself only for what is visible, and the question has been hidden so far.
      if (opener instanceof HTMLElement) opener.focus()
    },
    { once: true },
  )
  shown.showModal()
  leaveUnseen()
}

/** An ad blocker that hides it must not leave the page inert beneath a dialog that nobody sees. */
const leaveUnseen = () => {
  if (!dialog!.offsetHeight) dialog!.close()
}
