import { append, h } from '../../dom/h'
import type { UIOptions } from '../../core/parts'
import { receiptOf } from '../../receipt/receiptOf'
import type { Language } from '../../texts/languages'
import { receipt as sl } from '../../texts/sl/receipt'
import { speak } from '../../texts/speak'
import { adoptStyles } from '../adoptStyles'
import styles from '../styles/receipt.css?inline'
import { printable } from './printable'
import { receiptRows } from './receiptRows'

interface ReceiptOptions extends UIOptions {
  readonly root: ShadowRoot
  readonly dialog: HTMLDialogElement
  readonly language: Language
  /** Shows the preferences again. */
  readonly back: () => void
}

let styled = false

/** The receipt takes the place of the preferences in their dialog, until the visitor goes back or leaves. */
export const showReceipt = async (options: ReceiptOptions): Promise<void> => {
  const { consent, root, dialog, language, back } = options
  const words = await speak(sl, options, language)
  const receipt = receiptOf(consent)
  if (!receipt) return
  if (!styled) adoptStyles(root, styles)
  styled = true
  const json = JSON.stringify(receipt, undefined, 2)
  const list = (
    <dl>
      {receiptRows(receipt, consent.inventory, words).map(([head, text]) => [<dt>{head}</dt>, <dd>{text}</dd>])}
    </dl>
  )
  const status = <p part="hint" role="status" />
  const name = `${words('receipt.file')}-${receipt.id}`
  const copy = async () => {
    status.textContent = ''
    try {
      // Missing on http, where it throws as well.
      await navigator.clipboard.writeText(json)
      status.textContent = words('receipt.copied')
    } catch {
      status.textContent = words('error.copy')
    }
  }
  dialog.replaceChildren()
  append(dialog, [
    <div part="head">
      <h2 id="preferences-title" tabindex="-1">
        {words('receipt.title')}
      </h2>
      <button
        type="button"
        part="close"
        data-privolim-action="close"
        aria-label={words('receipt.close')}
        onClick={() => dialog.close()}
      >
        ×
      </button>
    </div>,
    <div part="body" tabindex="-1">
      <p>{words('receipt.intro')}</p>
      {list}
      {status}
    </div>,
    <div class="answers foot tools">
      <button
        type="button"
        part="save"
        data-privolim-action="download"
        onClick={() => download(`${name}.json`, 'application/json', json)}
      >
        {words('receipt.download')}
      </button>
      <button
        type="button"
        part="save"
        data-privolim-action="print"
        onClick={() => download(`${name}.html`, 'text/html', printable(words('receipt.title'), words.language, list))}
      >
        {words('receipt.print')}
      </button>
      <button type="button" part="save" data-privolim-action="copy" onClick={() => void copy()}>
        {words('receipt.copy')}
      </button>
      <button
        type="button"
        part="more"
        data-privolim-action="back"
        onClick={() => {
          back()
          dialog.querySelector<HTMLElement>('[data-privolim-action="receipt"]')?.focus()
        }}
      >
        {words('prefs.back')}
      </button>
    </div>,
  ])
  dialog.querySelector('h2')!.focus()
}

/** Into the visitor's own folder: nothing leaves the device. */
const download = (name: string, type: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  ;(<a href={address} download={name} />).click()
  // A browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
