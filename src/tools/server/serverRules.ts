import { apacheRules } from './kinds/apache'
import { caddyRules } from './kinds/caddy'
import { iisRules } from './kinds/iis'
import { nginxHeaders, nginxRules } from './kinds/nginx'
import { phpRules } from './kinds/php'
import { pick } from './pick'
import { PolicyError } from './PolicyError'
import { readPolicy, type Policy } from './readPolicy'
import { stepsFor } from './steps'
import { SERVER_KINDS, type PolicyOptions, type ServerKind, type ServerRules } from './types'

type Write = (policy: Policy, remark: readonly string[]) => string

const KINDS: Readonly<Record<ServerKind, readonly [file: string, write: Write, makesNonces: boolean]>> = {
  apache: ['.htaccess', apacheRules, false],
  nginx: ['privolim.conf', nginxRules, true],
  caddy: ['privolim.caddy', caddyRules, true],
  iis: ['web.config', iisRules, false],
  php: ['privolim-csp.php', phpRules, true],
}

/**
 * Rules by which a web server reads the choice's cookie and sends the Content-Security-Policy that goes with it:
 * enforcement without a script, and without a race. No cookie, a damaged one, and another's that only looks like it
 * are a refusal. Hosts that the inventory does not declare are blocked whatever the visitor has decided.
 *
 * @param inventory JSON text or an object, as the owner writes it; what `use` names is completed from the catalogue
 * @param kind of server
 * @returns a file, and what to do with it
 * @throws an InventoryError where the inventory is wrong; a PolicyError for an unknown kind or a wrong option
 *
 * @example
 * const { file, text } = serverRules(inventory, 'apache', { base: { 'style-src': ["'unsafe-inline'"] } })
 * await writeFile(file, text) // .htaccess
 */
export const serverRules = (inventory: unknown, kind: ServerKind, options: PolicyOptions = {}): ServerRules => {
  if (!Object.hasOwn(KINDS, kind)) throw new PolicyError(pick(unknownKind(kind), options.language))
  const [file, write, makesNonces] = KINDS[kind]
  const policy = readPolicy(inventory, { ...options, nonce: options.nonce && makesNonces })
  const remark = [...pick(REMARK, options.language).split('\n'), ...(kind === 'nginx' ? nginxHeaders(policy) : [])]
  return { file, text: write(policy, remark), steps: stepsFor(kind, policy, options) }
}

const unknownKind = (kind: string) => {
  const kinds = SERVER_KINDS.join(', ')
  return {
    sl: `Za strežnik »${kind}« pravil ni. Vpišite enega od teh: ${kinds}.`,
    en: `There are no rules for the server "${kind}". Write one of these: ${kinds}.`,
  }
}

const REMARK = {
  sl: 'Privolim: Content-Security-Policy po izbiri obiskovalca.\nNarejeno iz popisa; po vsaki spremembi popisa naredite novo.',
  en: 'Privolim: Content-Security-Policy by what the visitor has chosen.\nMade from the inventory; make it anew whenever that changes.',
}
