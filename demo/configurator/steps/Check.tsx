/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { computed } from '@preact/signals'
import { policyRead } from '../services/policyRead'
import { categoryName } from '../parts/categories'
import { isEmpty } from '../state/draft'
import { keysOf } from '../state/json'
import { language, say, sayBoth } from '../state/language'
import { announce, draft, inventory, write } from '../state/store'
import { type Finding, type Fix, lintInventory, lintPolicy, validateInventory, verdict } from '../tools'

const findings = computed(() => lintInventory(inventory.value))
const policyFindings = computed(() => (policyRead.value ? lintPolicy(policyRead.value) : []))
const issues = computed(() => validateInventory(inventory.value, language.value))
const judged = computed(() => verdict(inventory.value))

/** What needs doing, for the number beside the step. */
export const openMatters = computed(
  () => issues.value.length + findings.value.filter(({ severity }) => severity === 'error').length,
)

const apply = ({ path, value, label }: Fix) => {
  write(path, value)
  announce(say(`Popravljeno: ${sayBoth(label)}`, `Corrected: ${sayBoth(label)}`))
}

const severityName = (severity: Finding['severity']) =>
  ({
    error: say('Napaka', 'Error'),
    warn: say('Preverite', 'Check'),
    info: say('Dobro je vedeti', 'Good to know'),
    ok: say('V redu', 'Fine'),
  })[severity]

/** Leads to the step where the place is written. */
const Place = ({ place }: { readonly place: string }) => {
  const [first] = keysOf(place)
  const step =
    first === 'services' || first === 'cookies' || first === 'recipients'
      ? 'storitve'
      : first === 'languages'
        ? 'videz'
        : 'stran'
  return (
    <p class="place">
      <code>{place || say('popis', 'inventory')}</code>{' '}
      <a href={`#${step}`}>
        {say('Uredi', 'Edit')}
        <span class="unseen"> {place}</span>
      </a>
    </p>
  )
}

const FindingItem = ({ finding }: { readonly finding: Finding }) => (
  <li class={`finding ${finding.severity}`}>
    <p>
      <strong class="severity">{severityName(finding.severity)}</strong> <span class="quiet">{finding.rule}</span>
    </p>
    <p>
      {sayBoth(finding.message)}
      {finding.excerpt && (
        <>
          {' '}
          <q>{finding.excerpt}</q>
        </>
      )}
    </p>
    {finding.rule.startsWith('P') ? (
      <p class="place">{finding.place.replace(/^line (\d+)/, say('vrstica $1', 'line $1'))}</p>
    ) : (
      <Place place={finding.place} />
    )}
    <p class="quiet source">{finding.source}</p>
    {finding.fix && (
      <p class="actions">
        {finding.fix.map((fix) => (
          <button key={sayBoth(fix.label)} type="button" onClick={() => apply(fix)}>
            {sayBoth(fix.label)}
          </button>
        ))}
      </p>
    )}
  </li>
)

const Judged = () => {
  const { kind, title, reasons, categories } = judged.value
  return (
    <section class={`verdict ${kind}`} aria-labelledby="verdict">
      <h2 id="verdict">{sayBoth(title)}</h2>
      {categories.length > 0 && <p>{categories.map(categoryName).join(', ')}</p>}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.sl}>{sayBoth(reason)}</li>
        ))}
      </ul>
    </section>
  )
}

const ORDER = ['error', 'warn', 'info', 'ok']

/** What weighs most comes first. */
const Findings = ({ findings: list }: { readonly findings: readonly Finding[] }) => (
  <ul class="findings">
    {[...list]
      .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity))
      .map((finding) => (
        <FindingItem key={`${finding.rule} ${finding.place} ${finding.message.sl}`} finding={finding} />
      ))}
  </ul>
)

/** Whether a question is needed at all, and what is to be corrected. */
export const Check = () => {
  if (isEmpty(draft.value))
    return (
      <p class="empty">
        {say('Preverjati še ni česa. ', 'There is nothing to check yet. ')}
        <a href="#stran">{say('Začnite z imenom strani', 'Begin with the name of the site')}</a>.
      </p>
    )
  return (
    <>
      <Judged />
      {issues.value.length > 0 && (
        <section aria-labelledby="issues">
          <h2 id="issues">
            {say('Zaradi tega gradnik popisa ne sprejme', 'Why the widget does not take the inventory')}
          </h2>
          <ul class="findings">
            {issues.value.map((issue) => (
              <li key={`${issue.code} ${issue.path}`} class="finding error">
                <p>
                  <strong class="severity">{severityName('error')}</strong>
                </p>
                <p>{issue.message}</p>
                <Place place={issue.path} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="findings">
        <h2 id="findings">{say('Ugotovitve', 'Findings')}</h2>
        {findings.value.length ? (
          <Findings findings={findings.value} />
        ) : (
          <p>{say('Nič ni treba popraviti.', 'Nothing needs correcting.')}</p>
        )}
      </section>
      {policyRead.value && (
        <section aria-labelledby="policy-findings">
          <h2 id="policy-findings">{say('Besedilo politike', 'Text of the policy')}</h2>
          <p class="hint">
            {say(
              'O besedilu, ki ste ga nazadnje prilepili pri storitvah. Ugotovitve ne nadomestijo pravnega nasveta.',
              'On the text that you pasted last. Findings are no legal advice.',
            )}
          </p>
          <Findings findings={policyFindings.value} />
        </section>
      )}
    </>
  )
}
