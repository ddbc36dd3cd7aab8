import { Fragment, h } from 'preact'
import type { RunningConsent } from '../../core/consent/types'
import type { Words } from '../../texts/words'
import { Category } from './Category'
import { Contacts } from './Contacts'
import type { Draft } from './draft'

interface PreferencesProps {
  readonly consent: RunningConsent
  readonly draft: Draft
  readonly words: Words
  readonly note: string
  readonly leave: () => void
}

export const Preferences = ({ consent, draft, words, note, leave }: PreferencesProps) => {
  const asks = draft.categories.some(({ id }) => id !== 'necessary')
  return (
    <>
      <div part="head">
        <h2 id="preferences-title" tabIndex={-1} autofocus>
          {words('prefs.title')}
        </h2>
        <button part="close" data-privolim-action="close" aria-label={words('prefs.close')} onClick={leave}>
          ×
        </button>
      </div>
      <div part="body" tabIndex={-1}>
        {asks && <p>{words('prefs.intro')}</p>}
        {note && <p>{note}</p>}
        {draft.categories.map((category) => (
          <Category key={category.id} category={category} consent={consent} words={words} />
        ))}
        <Contacts consent={consent} words={words} />
      </div>
      {asks && (
        <div part="answers foot">
          <button data-privolim-action="reject-all" part="answer" onClick={consent.rejectAll}>
            {words('prefs.rejectAll')}
          </button>
          <button data-privolim-action="accept-all" part="answer" onClick={consent.acceptAll}>
            {words('prefs.acceptAll')}
          </button>
          <button data-privolim-action="save" part="save" onClick={draft.save}>
            {words('prefs.save')}
          </button>
        </div>
      )}
    </>
  )
}
