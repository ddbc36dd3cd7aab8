/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { computed } from '@preact/signals'
import { Code } from '../parts/Code'
import { download } from '../parts/download'
import { files } from '../preview/files'
import { language, say, sayBoth } from '../state/language'
import { announce, draft, inventory, look } from '../state/store'
import { joomla, wordpress } from '../take/instructions'
import { Declaration } from '../take/Declaration'
import { inventoryText, packageOf } from '../take/packageOf'
import { Server } from '../take/Server'
import { serverOptions } from '../take/serverOptions'
import { snippetOf } from '../take/snippet'
import { zip } from '../take/zip'
import { validateInventory } from '../tools'

const issues = computed(() => validateInventory(inventory.value, language.value))

const onZip = () => {
  const made = packageOf(draft.value, files().widget, serverOptions.value)
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
