import type { Controller, Inventory, Recipient } from '../../core/inventory/types'
import { AUTHORITY } from '../../texts/authority'
import { showDate } from '../../texts/showDate'
import type { Words } from '../../texts/words'
import { declareProvider } from './declareProvider'
import { link } from './link'
import type { Child, Tree } from './tree'

/** Who else receives data, who answers for it all, where to complain (GDPR art. 13(2)(d)), and as of when it holds. */
export const declareContacts = ({ recipients, controller, policy }: Inventory, words: Words): Tree[] => {
  const line = (label: string, ...children: Child[]): Tree => ['p', {}, ['strong', {}, `${words(label)}:`], ' ', ...children]
  const [only, ...more] = recipients.map((recipient) => declareRecipient(recipient, words))
  const contact = waysTo(controller.contact ?? {})
  return [
    ...(more.length
      ? [line('legal.recipients'), ['ul', {}, ...[only!, ...more].map((one): Tree => ['li', {}, ...one])] satisfies Tree]
      : only
        ? [line('legal.recipients', ...only)]
        : []),
    line('legal.controller', ...waysTo(controller)),
    ...(contact.length ? [line('legal.contactPerson', ...contact)] : []),
    ['p', {}, words('legal.complaint', { authority: AUTHORITY })],
    // Noon, so that it is this day in whatever time zone it is read.
    ...(policy.date
      ? [
          [
            'p',
            {},
            words('legal.updated', { date: showDate(Date.parse(`${policy.date}T12:00`) / 1000, words.language) }),
          ] satisfies Tree,
        ]
      : []),
  ]
}

const declareRecipient = ({ purpose, note, ...provider }: Recipient, words: Words): Child[] => {
  const [who, ...more] = declareProvider(provider, words)
  return [
    who!,
    ` – ${words.of(purpose)}`,
    ...more.flatMap((piece) => [' · ', piece]),
    ...(note ? [['br', {}] satisfies Tree, ['em', {}, words.of(note)] satisfies Tree] : []),
  ]
}

const waysTo = ({ name, address, email, phone }: Partial<Controller>): Child[] => {
  const ways = [name, address, email && link(`mailto:${email}`, email), phone].filter((way) => way !== undefined)
  return ways.flatMap((way, index) => (index ? [', ', way] : [way]))
}
