/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { computed, signal } from '@preact/signals'
import { Code } from '../parts/Code'
import { download } from '../parts/download'
import { Select } from '../parts/Field'
import { files } from '../preview/files'
import { language, say, sayBoth } from '../state/language'
import { announce, draft, inventory, look } from '../state/store'
import { joomla, wordpress } from '../take/instructions'
import { attempt, inventoryText, packageOf, SERVERS } from '../take/packageOf'
import { snippetOf } from '../take/snippet'
import { zip } from '../take/zip'
import {
  declaration,
  declarationMarkdown,
  declarationText,
  type ServerKind,
  serverRules,
  validateInventory,
} from '../tools'

const server = signal<ServerKind>('apache')
const form = signal<'html' | 'md' | 'txt'>('html')

const issues = computed(() => validateInventory(inventory.value, language.value))

const onZip = () => {
  const made = packageOf(draft.value, files().widget)
  download('privolim.zip', zip(made, new Date()), 'application/zip')
  announce(
    say(
      `Paket je pripravljen: datotek ${Object.keys(made).length}.`,
      `The package is ready: ${Object.keys(made).length} files.`,
    ),
  )
}

const NotReady = () => (
  <p class="notice">
    {say(
      'Popis še ni veljaven, zato bi ga gradnik zavrnil in bi vse neobvezno ostalo zadržano. ',
      'The inventory is not valid yet: the widget would refuse it, and all that is optional would stay held. ',
    )}
    <a href="#preverjanje">{say('Poglejte, kaj manjka', 'See what is missing')}</a>.
  </p>
)

const Declaration = () => {
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

const Server = () => {
  const rules = attempt(() => serverRules(inventory.value, server.value, { language: language.value }))
  return (
    <section aria-labelledby="take-server">
      <h2 id="take-server">{say('Pravila za strežnik', 'Rules for the server')}</h2>
      <p>
        {say(
          'Po želji: strežnik iz piškotka z odgovorom izbere pravilnik CSP, ki nedovoljenim storitvam zapre pot.',
          'If you like: the server reads the answer from its cookie and sends the policy that shuts out what is not allowed.',
        )}
      </p>
      <Select
        label={say('Strežnik', 'Server')}
        value={server.value}
        options={SERVERS.map(
          (kind) =>
            [
              kind,
              { apache: 'Apache (.htaccess)', nginx: 'nginx', caddy: 'Caddy', iis: 'IIS', php: 'PHP' }[kind],
            ] as const,
        )}
        onChange={(value) => (server.value = SERVERS.find((kind) => kind === value) ?? 'apache')}
      />
      {rules ? (
        <>
          <ol>
            {sayBoth(rules.steps)
              .split('\n')
              .map((line) => (
                <li key={line}>{line.replace(/^\d+\.\s*/, '')}</li>
              ))}
          </ol>
          <Code title={rules.file} text={rules.text} />
        </>
      ) : (
        <p class="empty">
          {say('Pravila bodo tu, ko bo popis veljaven.', 'The rules will be here once the inventory is valid.')}
        </p>
      )}
    </section>
  )
}

/** What goes home: all in one archive, or piece by piece. */
export const Take = () => (
  <>
    {issues.value.length > 0 && <NotReady />}
    <section aria-labelledby="take-all" class="take-all">
      <h2 id="take-all">{say('Vse v enem paketu', 'All in one package')}</h2>
      <p>
        {say(
          'Datoteke gradnika, popis, izjava, pravila za strežnik in navodila v slovenščini. Začnite z datoteko PREBERI-ME.md.',
          'The widget’s files, the inventory, the declaration, rules for the server, and instructions. Begin with PREBERI-ME.md or README.en.md.',
        )}
      </p>
      <p class="actions">
        <button type="button" class="main" onClick={onZip}>
          {say('Prenesi privolim.zip', 'Download privolim.zip')}
        </button>
      </p>
    </section>
    <section aria-labelledby="take-snippet">
      <h2 id="take-snippet">{say('Značka za <head>', 'Tag for <head>')}</h2>
      <p>{say('Na vsako stran, pred vse druge skripte.', 'On every page, before all other scripts.')}</p>
      <Code title="HTML" text={snippetOf(look.value)} />
    </section>
    <section aria-labelledby="take-inventory">
      <h2 id="take-inventory">{say('Popis', 'Inventory')}</h2>
      <Code title="piskotki.json" text={inventoryText(draft.value)} />
      <p class="actions">
        <button type="button" onClick={() => download('piskotki.json', inventoryText(draft.value), 'application/json')}>
          {say('Prenesi piskotki.json', 'Download piskotki.json')}
        </button>
      </p>
    </section>
    <Declaration />
    <Server />
    <section aria-labelledby="take-cms">
      <h2 id="take-cms">WordPress, Joomla</h2>
      <p>{say('Navodila po korakih so tudi v paketu.', 'The steps are in the package too.')}</p>
      <Code title={say('Koraki za WordPress', 'Steps for WordPress')} text={sayBoth(wordpress(draft.value))} />
      <Code title={say('Koraki za Joomlo', 'Steps for Joomla')} text={sayBoth(joomla(draft.value))} />
    </section>
  </>
)
