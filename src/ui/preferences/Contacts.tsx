import { h } from '../../dom/h'
import type { RunningConsent } from '../../core/consent/types'
import type { Contact } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { showDate } from '../../texts/showDate'
import { AUTHORITY } from '../../texts/authority'

interface ContactsProps {
  readonly consent: RunningConsent
  readonly words: Words
  readonly openReceipt: () => void
}

/** The last choice and the way out of it; who answers for it, and where to complain. */
export const Contacts = ({ consent, words, openReceipt }: ContactsProps) => {
  const { choice, inventory } = consent
  const { expires, stored } = consent.details()
  const { controller, policy, recipients } = inventory
  const asks = inventory.services.some(({ category }) => category !== 'necessary')
  const consented = inventory.services.some(({ id, category }) => category !== 'necessary' && consent.granted(id))
  return (
    <section part="contacts">
      {asks && (
        <p>
          {choice
            ? words('prefs.lastChoice', { date: showDate(choice.time, words.language) })
            : words('prefs.noChoice')}
          {choice && stored && ` · ${words('prefs.validUntil', { date: showDate(expires!, words.language) })}`}
        </p>
      )}
      {asks && choice && (
        <div part="row">
          {consented && (
            <button type="button" data-privolim-action="withdraw" part="save" onClick={consent.withdraw}>
              {words('prefs.withdraw')}
            </button>
          )}
          <button type="button" data-privolim-action="receipt" part="save" onClick={openReceipt}>
            {words('receipt.title')}
          </button>
        </div>
      )}
      {consented && <p part="hint">{words('prefs.withdrawInfo')}</p>}
      {asks && <p part="hint">{words('prefs.browserInfo')}</p>}
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
        {policy.url && [' ', <a href={policy.url}>{words('legal.privacy')}</a>]}
      </p>
    </section>
  )
}

/** A name, and how to reach whoever has it. */
const reach = ({ name, email, phone }: Contact) => [
  name,
  email && [', ', <a href={`mailto:${email}`}>{email}</a>],
  phone && [', ', <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>],
]
