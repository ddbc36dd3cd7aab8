import type { RunningConsent } from '../core/consent/types'
import { CATEGORIES, type Service } from '../core/inventory/types'
import type { PageOptions } from '../core/parts'
import { declaration as sl } from '../texts/sl/declaration'
import { table } from '../texts/sl/table'
import { showDate } from '../texts/showDate'
import { createWords } from '../texts/words'
import { declaredServices } from '../tools/declaration/declaredServices'
import { recordRows } from '../tools/declaration/recordRows'
import { adoptStyles } from '../ui/adoptStyles'
import { countriesOf } from '../ui/countries'
import styles from './declaration.css?inline'
import { element, link } from './element'

const words = createWords('sl', { ...table, ...sl })
let styled = false

/**
 * Fills every `<div data-privolim-declaration>`: the public table of the inventory, in the page's own type. Plain DOM,
 * since the policy page is read long after the question, and Preact would be fetched for a table.
 */
export const fillDeclarations = ({ consent }: PageOptions): void => {
  if (!styled) adoptStyles(document, styles)
  styled = true
  for (const place of document.querySelectorAll<HTMLElement>('[data-privolim-declaration=""]')) {
    place.dataset.privolimDeclaration = 'filled'
    place.lang = 'sl'
    const choice = element('p')
    const say = () => (choice.textContent = sayChoice(consent))
    say()
    consent.subscribe(say)
    place.replaceChildren(...(asks(consent) ? [choice, changeButton()] : []), ...declarationOf(consent))
  }
}

const isOptional = ({ category }: Service) => category !== 'necessary'

const asks = ({ inventory }: RunningConsent) => inventory.services.some(isOptional)

const sayChoice = ({ inventory, choice, granted }: RunningConsent) => {
  const optional = inventory.services.filter(isOptional)
  const on = optional.filter(({ id }) => granted(id))
  if (!choice || choice.open) return words('declaration.choice.unset')
  if (!on.length) return words('declaration.choice.none')
  if (on.length === optional.length) return words('declaration.choice.all')
  const services = new Intl.ListFormat(words.language).format(on.map(nameOf))
  return words('declaration.choice.partial', { services })
}

const changeButton = () => {
  const button = element('button', {}, words('reopen.label'))
  button.type = 'button'
  button.dataset.privolimAction = 'preferences'
  return button
}

const nameOf = ({ id, name }: Service) => words.of(name) || id

const declarationOf = ({ inventory }: RunningConsent): HTMLElement[] => {
  const services = declaredServices(inventory, words)
  const { controller, recipients, policy } = inventory
  const { contact } = controller
  const reach = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')
  return [
    ...(services.some(isOptional) ? [] : [element('p', {}, words('declaration.none'))]),
    ...(services.length ? [] : [element('p', {}, words('declaration.noneListed'))]),
    ...CATEGORIES.flatMap((category) => {
      const own = services.filter((service) => service.category === category)
      return own.length ? [categoryOf(words(`category.${category}.title`), own)] : []
    }),
    ...recipients.map(({ name, purpose, country, privacyUrl, note }) =>
      element(
        'p',
        {},
        element('strong', {}, `${words('legal.recipients')}: ${name}`),
        ` – ${reach([words.of(purpose), country])}. ${words.of(note)} `,
        ...(privacyUrl ? [link(privacyUrl, words('table.policy'))] : []),
      ),
    ),
    element(
      'p',
      {},
      `${words('legal.controller')}: ${reach([controller.name, controller.address, controller.email, controller.phone])}`,
    ),
    ...(contact
      ? [element('p', {}, `${words('legal.contactPerson')}: ${reach([contact.name, contact.email, contact.phone])}`)]
      : []),
    ...(policy.date
      ? [element('p', {}, words('legal.updated', { date: showDate(Date.parse(policy.date) / 1000, words.language) }))]
      : []),
  ]
}

const categoryOf = (title: string, services: readonly Service[]) => {
  const head = (key: string) => element('th', { scope: 'col' }, words(key))
  const rows = services.flatMap((service) => recordRows(service, words))
  return element(
    'section',
    {},
    element('h3', {}, title),
    ...services.filter(isOptional).map(serviceOf),
    ...(rows.length
      ? [
          element(
            'table',
            {},
            element('caption', {}, words('table.caption', { category: title })),
            element('thead', {}, element('tr', {}, ...HEADS.map((key) => head(`table.${key}`)))),
            element(
              'tbody',
              {},
              ...rows.map((row) =>
                element(
                  'tr',
                  {},
                  element('th', { scope: 'row' }, row.name),
                  ...HEADS.slice(1).map((key) => element('td', { 'data-head': words(`table.${key}`) }, row[key])),
                ),
              ),
            ),
          ),
        ]
      : []),
  )
}

const HEADS = ['name', 'purpose', 'duration', 'provider', 'type'] as const

const serviceOf = (service: Service) => {
  const { provider, purpose, note } = service
  return element(
    'p',
    {},
    element('strong', {}, nameOf(service)),
    ` – ${[provider.name, countriesOf([service], words.language).join(', '), words.of(purpose)].filter(Boolean).join(' · ')}`,
    ...(provider.transfer ? [` · ${words('table.transfer', { mechanism: provider.transfer })}`] : []),
    ...(provider.privacyUrl ? [' · ', link(provider.privacyUrl, words('table.policy'))] : []),
    ...(note ? [element('br'), element('em', {}, words.of(note))] : []),
  )
}
