/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useId } from 'preact/hooks'
import { say } from '../state/language'
import { announce } from '../state/store'
import { copy } from './download'

/** Text to be copied. It scrolls by itself, so it can have the focus. */
export const Code = ({ title, text }: { readonly title: string; readonly text: string }) => {
  const id = useId()
  const onCopy = async () => {
    const isCopied = await copy(text)
    announce(
      isCopied
        ? say(`Kopirano: ${title}.`, `Copied: ${title}.`)
        : say(
            'Kopiranje ni uspelo. Besedilo označite in ga kopirajte s tipkama Ctrl in C.',
            'Copying failed. Select the text and press Ctrl and C.',
          ),
    )
  }
  return (
    <div class="code">
      <div class="code-head">
        <span id={id}>{title}</span>
        <button type="button" class="plain" onClick={() => void onCopy()}>
          {say('Kopiraj', 'Copy')}
          <span class="unseen">: {title}</span>
        </button>
      </div>
      <pre tabIndex={0} role="region" aria-labelledby={id}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
