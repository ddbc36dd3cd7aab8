import { h, render } from 'preact'
import type { Notice, UI, UIOptions, View } from '../core/parts'
import { report } from '../core/report'
import { question as sl } from '../texts/sl/question'
import { createWords } from '../texts/words'
import { adoptStyles } from './adoptStyles'
import { clearPage } from './clearPage'
import { Question } from './Question'
import styles from './styles/question.css?inline'

/** The only way in: whatever is shown is shown in an open shadow root on the host. */
export const mount = ({ consent, host }: UIOptions): UI => {
  const root = host.attachShadow({ mode: 'open' })
  const words = createWords('sl', sl)
  host.lang = 'sl'
  adoptStyles(root, styles)

  let note = ''
  const draw = async (view: View) => {
    const opener = root.activeElement ?? document.activeElement
    // Before anything changes: what cannot be fetched must not take the question away.
    const { openPreferences } = view === 'preferences' ? await import('./preferences/openPreferences') : {}
    if (consent.details().gpc) note = (await import('./gpc/tellGpc')).tellGpc(consent.inventory)
    const asking = consent.needsChoice && view !== 'preferences'
    host.dataset.privolimView = asking ? 'banner' : view
    render(
      consent.needsChoice && (
        <Question consent={consent} words={words} note={note} hidden={!asking} show={(next) => void show(next)} />
      ),
      root,
    )
    const question = root.getElementById('question')
    question?.togglePopover?.(asking)
    clearPage(asking ? question : null)
    openPreferences?.({ consent, root, note, opener, close: () => void show('closed') })
  }
  // Whatever the page or the browser spoils stays here.
  const show = (view: View): Promise<void> => draw(view).catch(report)
  const tell = async (notice: Notice) => (await import('./notice/tellNotice')).tellNotice(root, notice)
  consent.subscribe((_, { method }) => {
    void show('closed')
    // It was answered elsewhere.
    if (method !== 'other-tab') tell({ method, stored: consent.details().stored }).catch(report)
  })
  return { show, tell }
}
