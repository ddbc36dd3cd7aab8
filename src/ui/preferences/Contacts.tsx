import { Fragment, h } from 'preact'
import type { RunningConsent } from '../../core/consent/types'
import type { Contact } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { showDate } from '../../texts/showDate'
import { AUTHORITY } from '../../texts/authority'

interface ContactsProps {
  readonly consent: RunningConsent
  readonly words: Words
}

/** The last choice and the way out of it; who answers for it, and where to complain. */
export const Contacts = ({ consent, words }: ContactsProps) => {
  const { choice, inventory } = consent
  const { expires } = consent.details()
  const { controller, policy, recipients } = inventory
  const asks = inventory.services.some(({ category }) => category !== 'necessary')
  const consented = inventory.services.some(({ id, category }) => category !== 'necessary' && consent.granted(id))
  return (
    <section part="contacts">
      {asks && (
        <p>
          {choice
            ? `${words('prefs.lastChoice', { date: showDate(choice.time, words.language) })} · ${words(
                'prefs.validUntil',
                { date: showDate(expires!, words.language) },
              )}`
            : words('prefs.noChoice')}
        </p>
      )}
      {consented && (
        <>
          <button data-privolim-action="withdraw" part="save" onClick={consent.withdraw}>
            {words('prefs.withdraw')}
          </button>
          <p part="hint">{words('prefs.withdrawInfo')}</p>
        </>
      )}
      {recipients.length > 0 && (
        <p>
          {words('legal.recipients')}:{' '}
          {recipients.map(({ name, purpose }) => `${name} (${words.of(purpose)})`).join(', ')}
        </p>
      )}
      <p>
        {words('legal.controller')}: {reach(controller)}
        {controller.address && `, ${controller.address}`}
      </p>
      {controller.contact && (
        <p>
          {words('legal.contactPerson')}: {reach(controller.contact)}
        </p>
      )}
      <p>
        {words('legal.complaint', { authority: AUTHORITY })}
        {policy.url && (
          <>
            {' '}
            <a href={policy.url}>{words('legal.privacy')}</a>
          </>
        )}
      </p>
    </section>
  )
}

const reach = ({ name, email, phone }: Contact) => [name, email, phone].filter(Boolean).join(', ')
