import type { RunningConsent } from '../../core/consent/types'
import { type Child, h } from '../../dom/h'
import type { Language } from '../../texts/languages'
import type { Words } from '../../texts/words'
import { Answers } from '../Answers'
import { Languages } from '../Languages'
import { Category } from './Category'
import { Contacts } from './Contacts'
import type { Draft } from './draft'

interface PreferencesProps {
  readonly consent: RunningConsent
  readonly draft: Draft
  readonly words: Words
  readonly leave: () => void
  readonly openReceipt: () => void
  readonly speakIn: (language: Language) => Promise<void>
}

/** What the dialog holds: a head that stays, everything there is to know and to decide, and the answers, which stay. */
export const preferencesIn = ({ consent, draft, words, leave, openReceipt, speakIn }: PreferencesProps): Child[] => {
  const asked = draft.categories.filter(({ id }) => id !== 'necessary')
  const { gpc } = consent.details()
  return [
    <div part="head">
      <h2 part="title" id="preferences-title" tabindex="-1" autofocus>
        {words('prefs.title')}
      </h2>
      <button type="button" part="close" data-privolim-action="close" aria-label={words('prefs.close')} onClick={leave}>
        ×
      </button>
    </div>,
    <div part="body" tabindex="-1">
      <Languages words={words} offered={consent.inventory.languages} speakIn={(language) => void speakIn(language)} />
      {asked.length > 0 && <p>{words('prefs.intro')}</p>}
      {gpc && asked.some(({ id }) => id === 'marketing') && <p>{words('gpc.note')}</p>}
      {draft.categories.map((category) => (
        <Category draft={draft} category={category} consent={consent} words={words} />
      ))}
      <Contacts consent={consent} words={words} openReceipt={openReceipt} />
    </div>,
    asked.length > 0 && (
      <div class="answers foot">
        <Answers words={words} reject={consent.rejectAll} accept={consent.acceptAll} />
        <button type="button" data-privolim-action="save" part="save" onClick={draft.save}>
          {words('prefs.save')}
        </button>
      </div>
    ),
  ]
}
