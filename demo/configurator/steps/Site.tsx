/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { InventoryField } from '../parts/InventoryField'
import { say } from '../state/language'

/** Who asks, on which site, and where the policy is. */
export const Site = () => (
  <>
    <fieldset>
      <legend>{say('Spletna stran', 'Site')}</legend>
      <InventoryField
        at={['site', 'name']}
        label={say('Ime strani', 'Name of the site')}
        hint={say('Kot ga poznajo obiskovalci, na primer Klub študentov občine Koper.', 'As visitors know it.')}
      />
      <InventoryField
        at={['site', 'url']}
        type="url"
        isOptional
        label={say('Naslov strani', 'Address of the site')}
        hint="https://www.klub.example/"
      />
    </fieldset>
    <fieldset>
      <legend>{say('Upravljavec', 'Controller')}</legend>
      <p class="hint">
        {say(
          'Pravna ali fizična oseba, ki odgovarja za podatke. Obiskovalec jo vidi v vprašanju in v izjavi o piškotkih.',
          'The person or body that answers for the data. Visitors see it in the question and in the declaration.',
        )}
      </p>
      <InventoryField at={['controller', 'name']} label={say('Uradno ime', 'Official name')} autocomplete="organization" />
      <InventoryField at={['controller', 'address']} isOptional label={say('Naslov', 'Address')} autocomplete="street-address" />
      <div class="pair">
        <InventoryField at={['controller', 'email']} type="email" label={say('E-pošta', 'E-mail')} autocomplete="email" />
        <InventoryField at={['controller', 'phone']} type="tel" isOptional label={say('Telefon', 'Phone')} autocomplete="tel" />
      </div>
      <div class="pair">
        <InventoryField at={['controller', 'taxNumber']} isOptional label={say('Davčna številka', 'Tax number')} />
        <InventoryField
          at={['controller', 'registrationNumber']}
          isOptional
          label={say('Matična številka', 'Registration number')}
        />
      </div>
    </fieldset>
    <fieldset>
      <legend>{say('Politika zasebnosti', 'Privacy policy')}</legend>
      <InventoryField
        at={['policy', 'url']}
        label={say('Naslov politike', 'Address of the policy')}
        hint={say(
          'Na primer /zasebnost/. Do nje pelje povezava iz vprašanja.',
          'For instance /privacy/. The question links to it.',
        )}
      />
      <div class="pair">
        <InventoryField at={['policy', 'version']} isOptional label={say('Različica', 'Version')} />
        <InventoryField at={['policy', 'date']} type="date" isOptional label={say('Velja od', 'In force since')} />
      </div>
    </fieldset>
  </>
)
