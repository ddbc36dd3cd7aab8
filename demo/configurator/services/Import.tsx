/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useId, useRef } from 'preact/hooks'
import { say } from '../state/language'
import { dropped, isReading, problem, read, run, take, text } from './reading'
import { Result } from './Result'

/** From a policy, a table, or the code of a page to rows that can be taken or left. */
export const Import = () => {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section
      class="import"
      aria-labelledby={`${id}-t`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(event.dataTransfer?.files[0])
      }}
    >
      <h2 id={`${id}-t`}>{say('Preberite iz tega, kar že imate', 'Read what you have')}</h2>
      <div class="field">
        <label for={id}>
          {say(
            'Politika zasebnosti, tabela piškotkov ali koda strani',
            'Privacy policy, table of cookies, or code of the page',
          )}
        </label>
        <textarea
          id={id}
          rows={5}
          spellcheck={false}
          value={text.value}
          aria-describedby={`${id}-h`}
          aria-invalid={problem.value ? true : undefined}
          onInput={(event) => {
            text.value = event.currentTarget.value
            dropped.value = undefined
          }}
        />
        <p class="hint" id={`${id}-h`}>
          {problem.value ? (
            <span class="error">{problem.value}</span>
          ) : (
            say(
              'Prilepite besedilo ali HTML, lahko pa sem povlečete datoteko. Vse se prebere v vašem brskalniku in ga ne zapusti.',
              'Paste text or HTML, or drop a file here. It is read in your browser and does not leave it.',
            )
          )}
        </p>
        {dropped.value && <p class="quiet">{dropped.value.name}</p>}
      </div>
      <p class="actions">
        <button
          type="button"
          class="main"
          aria-disabled={isReading.value}
          onClick={() => void (isReading.value || run())}
        >
          {isReading.value ? say('Berem …', 'Reading …') : say('Preberi', 'Read')}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {say('Izberi datoteko', 'Choose a file')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".html,.htm,.txt,.csv,.tsv,.md,text/*"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </p>
      {isReading.value && <progress aria-label={say('Branje', 'Reading')} />}
      {read.value && <Result imported={read.value} />}
    </section>
  )
}
