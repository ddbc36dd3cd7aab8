import type { PageOptions } from '../core/parts'
import { reopen as sl } from '../texts/sl/reopen'
import { speak } from '../texts/speak'
import { adoptStyles } from '../ui/adoptStyles'
import styles from './reopen.css?inline'

/**
 * A small button in the corner that opens the preferences, for pages whose owner has put no link to them: withdrawing
 * must be as easy as consenting was, on every page (GDPR art. 7(3)).
 */
export const placeReopen = async (options: PageOptions): Promise<void> => {
  const { services } = options.consent.inventory
  // Where nothing was asked there is nothing to withdraw.
  if (services.every(({ category }) => category === 'necessary')) return
  const words = await speak(sl, options)
  if (document.querySelector('privolim-reopen')) return
  const host = document.createElement('privolim-reopen')
  host.setAttribute('data-privolim-action', 'preferences')
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  const button = document.createElement('button')
  button.type = 'button'
  button.lang = words.language
  button.setAttribute('part', 'reopen')
  button.textContent = words('reopen.label')
  root.append(button)
  document.body.append(host)
}
