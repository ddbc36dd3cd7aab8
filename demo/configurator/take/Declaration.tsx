/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { signal } from '@preact/signals'
import { Code } from '../parts/Code'
import { Select } from '../parts/Field'
import { say } from '../state/language'
import { inventory } from '../state/store'
import { declaration, declarationMarkdown, declarationText } from '../tools'
import { attempt } from './packageOf'

const form = signal<'html' | 'md' | 'txt'>('html')

/** The table for the policy, for pages that are to have it without a script. */
export const Declaration = () => {
  const make = { html: declaration, md: declarationMarkdown, txt: declarationText }[form.value]
  const text = attempt(() => make(inventory.value))
  return (
    <section aria-labelledby="take-declaration">
      <h2 id="take-declaration">{say('Izjava o piškotkih', 'Declaration')}</h2>
      <p>
        {say(
          'Gradnik tabelo izpiše sam, kjer v politiko vstavite ',
          'The widget writes the table by itself where the policy has ',
        )}
        <code>&lt;div data-privolim-declaration&gt;&lt;/div&gt;</code>.{' '}
        {say('Brez skripte pa takole:', 'Without a script:')}
      </p>
      <Select
        label={say('Oblika', 'Form')}
        value={form.value}
        options={[
          ['html', 'HTML'],
          ['md', 'Markdown'],
          ['txt', say('navadno besedilo', 'plain text')],
        ]}
        onChange={(value) => (form.value = value as 'html')}
      />
      {text === undefined ? (
        <p class="empty">
          {say('Izjava bo tu, ko bo popis veljaven.', 'The declaration will be here once the inventory is valid.')}
        </p>
      ) : (
        <Code title={say('Izjava', 'Declaration')} text={text} />
      )}
    </section>
  )
}
