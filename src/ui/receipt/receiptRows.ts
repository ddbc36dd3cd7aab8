import type { Inventory } from '../../core/inventory/types'
import { CATEGORIES } from '../../core/inventory/types'
import type { Receipt } from '../../receipt/types'
import { showDate } from '../../texts/showDate'
import type { Words } from '../../texts/words'

const METHODS: Readonly<Record<string, string>> = {
  'accept-all': 'receipt.methodAcceptAll',
  'reject-all': 'receipt.methodRejectAll',
  save: 'receipt.methodSave',
  withdraw: 'receipt.methodWithdraw',
  embed: 'receipt.methodEmbed',
}

/** What a receipt says, line by line, as people read it: heads and what they head. */
export const receiptRows = (receipt: Receipt, inventory: Inventory, words: Words): [head: string, text: string][] => {
  const { language } = words
  const languages = new Intl.DisplayNames(language, { type: 'language' })
  const time = new Date(receipt.time)
  const clock = time.toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })
  const seconds = (iso: string) => Date.parse(iso) / 1000
  /** By category, since that is what was asked about: »Analitični piškotki (Matomo)«. */
  const named = (ids: readonly string[]) =>
    CATEGORIES.slice(1)
      .flatMap((category) => {
        const services = inventory.services.filter((one) => one.category === category && ids.includes(one.id))
        const names = services.map(({ id, name }) => words.of(name) || id).join(', ')
        return names ? [`${words(`category.${category}.title`)} (${names})`] : []
      })
      .join('; ') || words('receipt.nothing')
  return [
    [words('receipt.site'), `${receipt.site}, ${receipt.url}`],
    [words('legal.controller'), receipt.controller],
    [words('receipt.time'), `${showDate(seconds(receipt.time), language)}, ${clock}`],
    [words('receipt.expires'), showDate(seconds(receipt.expires), language)],
    [words('receipt.allowed'), named(receipt.granted)],
    [words('receipt.denied'), named(receipt.denied)],
    [words('receipt.method'), words(METHODS[receipt.method] ?? 'receipt.methodUnknown')],
    [words('receipt.language'), receipt.language === 'und' ? words('receipt.methodUnknown') : languages.of(receipt.language)!],
    [words('receipt.version'), receipt.revision],
    [words('receipt.id'), receipt.id],
  ]
}
