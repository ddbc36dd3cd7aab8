import { h } from '../dom/h'
import type { Notice, UI, UIOptions, View } from '../core/parts'
import { report } from '../core/report'
import type { Language } from '../texts/languages'
import { question as sl } from '../texts/sl/question'
import { speak } from '../texts/speak'
import type { Words } from '../texts/words'
import { adoptStyles } from './adoptStyles'
import { clearPage } from './clearPage'
import { Question } from './Question'
import { showWhole } from './showWhole'
import styles from './styles/question.css?inline'

/**
 * What a site calls its surface may be no colour, or let something shine through. What stands behind the answers is one
 * colour all the same: a property with a type falls back where a value is none.
 */
const registerGround = () => {
  try {
    CSS.registerProperty({ name: '--privolim-ground', syntax: '<color>', inherits: false, initialValue: 'Canvas' })
  } catch {
    // An old browser, or it has been done.
  }
}

/** The only way in: whatever is shown is shown in an open shadow root on the host. */
export const mount = (options: UIOptions): UI => {
  const { consent, host, settings } = options
  const root = host.attachShadow({ mode: 'open' })
  registerGround()
  adoptStyles(root, styles)
  showWhole(root)
  host.dataset.privolimPosition = /^(corner|centre)$/.test(settings.position!) ? settings.position : 'bar'

  let words: Words | undefined
  let question: HTMLElement | undefined
  const spoken = async () => (words ??= await speak(sl, options))
  const speakIn = async (language: Language, focused = `[lang="${language}"]`) => {
    words = await speak(sl, options, language)
    question?.remove()
    question = undefined
    await show('closed')
    root.querySelector<HTMLElement>('#question ' + focused)?.focus()
  }

  const draw = async (view: View) => {
    const opener = root.activeElement ?? document.activeElement
    // Before anything changes: what cannot be fetched must not take the question away. And at once where nothing has to
    // be fetched: what had focus gets it back as soon as it is shown again.
    const now = words ?? (await spoken())
    const { openPreferences } = view === 'preferences' ? await import('./preferences/openPreferences') : {}
    const asking = consent.needsChoice && view !== 'preferences'
    host.lang = now.language
    host.dataset.privolimView = asking ? 'banner' : view
    if (!consent.needsChoice) {
      question?.remove()
      question = undefined
    } else if (!question) {
      question = (
        <Question
          consent={consent}
          words={now}
          openPreferences={() => void show('preferences')}
          speakIn={(language) => void speakIn(language).catch(report)}
        />
      )
      root.prepend(question)
    }
    if (question) {
      // Kept, but hidden while the preferences are open, so that focus can return into it.
      question.hidden = !asking
      question.togglePopover?.(asking)
    }
    clearPage(asking ? question : undefined)
    await openPreferences?.({
      ...options,
      root,
      opener,
      language: now.language as Language,
      // The question goes on in the language that was chosen there.
      close: (language) => void (language === now.language ? show('closed') : speakIn(language, '[part="more"]').catch(report)),
    })
  }
  // Whatever the page or the browser spoils stays here.
  const show = (view: View): Promise<void> => draw(view).catch(report)
  const tell = async (notice: Notice) => {
    const now = await spoken()
    const { tellNotice } = await import('./notice/tellNotice')
    await tellNotice({ ...options, root, language: now.language as Language }, notice)
  }
  consent.subscribe((_, { method }) => {
    // What is asked may be another thing by now.
    question?.remove()
    question = undefined
    void show('closed')
    // It was answered elsewhere.
    if (method !== 'other-tab') tell({ method, stored: consent.details().stored }).catch(report)
  })
  return { show, tell }
}
