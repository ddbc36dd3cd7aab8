import type { UIOptions } from '../../core/parts'
import { report } from '../../core/report'
import { append, h } from '../../dom/h'
import type { Language } from '../../texts/languages'
import { preferences } from '../../texts/sl/preferences'
import { table } from '../../texts/sl/table'
import { speak } from '../../texts/speak'
import type { Words } from '../../texts/words'
import { adoptStyles } from '../adoptStyles'
import styles from '../styles/preferences.css?inline'
import { createDraft } from './draft'
import { preferencesIn } from './preferencesIn'

export interface PreferencesOptions extends UIOptions {
  readonly root: ShadowRoot
  readonly language: Language
  /** What had the focus before, and gets it back. */
  readonly opener: Element | null
  /** Called with the language it was left in, when it has been closed, saved or not, before focus returns to the opener. */
  readonly close: (language: Language) => void
}

let dialog: HTMLDialogElement | undefined

/**
 * The second layer: a native modal dialog, so that focus stays in it, Escape leaves it, and what is beneath is inert to
 * screen readers too. Each opening is a new draft.
 */
export const openPreferences = async (options: PreferencesOptions): Promise<void> => {
  const { consent, root, opener, close } = options
  const words = await speak({ ...table, ...preferences }, options, options.language)
  if (!dialog) {
    adoptStyles(root, styles)
    dialog = (<dialog part="preferences" aria-labelledby="preferences-title" />) as HTMLDialogElement
    root.append(dialog)
    if (window.ResizeObserver) new ResizeObserver(leaveUnseen).observe(dialog)
  }
  if (dialog.open) return
  const shown = dialog
  const draft = createDraft(consent)
  const leave = () => shown.close()
  const fill = (spoken: Words) => {
    const openReceipt = () => {
      void import('../receipt/showReceipt').then(async (part) => {
        await part.showReceipt({ ...options, dialog: shown, language: spoken.language as Language, back: () => fill(spoken) })
      }, report)
    }
    shown.lang = spoken.language
    // What is decided here is asked here: a choice carries the language of the host.
    options.host.lang = spoken.language
    shown.replaceChildren()
    append(shown, preferencesIn({ consent, draft, words: spoken, leave, openReceipt, speakIn }))
  }
  const speakIn = async (language: Language) => {
    fill(await speak({ ...table, ...preferences }, options, language))
    shown.querySelector<HTMLElement>('[part="language"][aria-current]')?.focus()
  }
  fill(words)
  // A saved choice closes the dialog by whatever road it was made, another script's included.
  const forget = consent.subscribe(leave)
  shown.addEventListener(
    'close',
    () => {
      forget()
      shown.replaceChildren()
      close(shown.lang as Language)
      // The browser does this by itself only for what is visible, and the question has been hidden so far.
      if (opener instanceof HTMLElement) opener.focus()
    },
    { once: true },
  )
  shown.showModal()
  leaveUnseen()
}

/** An ad blocker that hides it must not leave the page inert beneath a dialog that nobody sees. Paper hides it in passing. */
const leaveUnseen = () => {
  if (!dialog!.offsetHeight && !matchMedia('print').matches) dialog!.close()
}
