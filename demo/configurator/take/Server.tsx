/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { type Signal, signal } from '@preact/signals'
import { Code } from '../parts/Code'
import { Select } from '../parts/Field'
import { language, say, sayBoth } from '../state/language'
import { inventory } from '../state/store'
import { SERVER_KINDS, type ServerKind, serverRules } from '../tools'
import { attempt } from './packageOf'
import { hasEmbeds, hasNonces, isTrial, serverOptions, showsOnce } from './serverOptions'

const server = signal<ServerKind>('apache')

interface OptionProperties {
  readonly state: Signal<boolean>
  readonly label: string
  readonly hint: string
}

const Option = ({ state, label, hint }: OptionProperties) => (
  <label class="choice">
    <input type="checkbox" checked={state.value} onChange={(event) => (state.value = event.currentTarget.checked)} />
    <span>
      {label}
      <br />
      <span class="quiet">{hint}</span>
    </span>
  </label>
)

/** What a page may need besides; the package has it, too. */
const Options = () => (
  <fieldset>
    <legend>{say('Možnosti', 'Options')}</legend>
    <Option
      state={isTrial}
      label={say('Najprej samo na preizkušnjo', 'Only try it out at first')}
      hint={say(
        'Česar pravila ne dovolijo, brskalnik zapiše v konzolo, prepreči pa še ne.',
        'What the rules do not allow is written to the browser’s console and not blocked yet.',
      )}
    />
    <Option
      state={hasNonces}
      label={say('Stran ima skripte v sami kodi (nonce)', 'The page has scripts in its own code (nonce)')}
      hint={say(
        'nginx, Caddy in PHP ustvarijo nonce za vsak odgovor; Apache in IIS tega ne zmoreta.',
        'nginx, Caddy and PHP make a nonce for each answer; Apache and IIS cannot.',
      )}
    />
    {hasEmbeds(inventory.value) && (
      <Option
        state={showsOnce}
        label={say('Dovoli enkraten prikaz posnetkov in zemljevidov', 'Allow videos and maps to be shown just once')}
        hint={say(
          'Enkratni prikaz se ne zapiše v piškotek, zato strežnik zanj ne ve. Njihove naslove zato dovoli vedno, zadržuje pa jih gradnik.',
          'A single showing is not kept in the cookie, so the server cannot know of it: it always allows their addresses, and the widget holds them.',
        )}
      />
    )}
  </fieldset>
)

/** Rules by which the server itself shuts out what is not allowed. */
export const Server = () => {
  const rules = attempt(() => serverRules(inventory.value, server.value, { ...serverOptions.value, language: language.value }))
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
        options={SERVER_KINDS.map(
          (kind) =>
            [
              kind,
              { apache: 'Apache (.htaccess)', nginx: 'nginx', caddy: 'Caddy', iis: 'IIS', php: 'PHP' }[kind],
            ] as const,
        )}
        onChange={(value) => (server.value = SERVER_KINDS.find((kind) => kind === value) ?? 'apache')}
      />
      <Options />
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
