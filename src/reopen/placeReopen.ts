import { adoptStyles } from '../ui/adoptStyles'
import { reopen as sl } from '../texts/sl/reopen'
import styles from './reopen.css?inline'

/**
 * A small button in the corner that opens the preferences, for pages whose owner has put no link to them: withdrawing
 * must be as easy as consenting was, on every page (GDPR art. 7(3)).
 */
export const placeReopen = (): void => {
  if (document.querySelector('privolim-reopen')) return
  const host = document.createElement('privolim-reopen')
  host.setAttribute('data-privolim-action', 'preferences')
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  const button = document.createElement('button')
  button.lang = 'sl'
  button.setAttribute('part', 'reopen')
  button.textContent = sl['reopen.label']
  root.append(button)
  document.body.append(host)
}
