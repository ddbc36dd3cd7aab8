import { pick } from './pick'
import { PolicyError } from './PolicyError'

/** `'unsafe-inline'`, `'sha256-…'`. */
const KEYWORD = /^'[A-Za-z0-9+/=_-]+'$/

/** `https:`, `cdn.example`, `*.example:8443`, `https://cdn.example/mapa/`. */
const ADDRESS = /^[A-Za-z0-9*][A-Za-z0-9*.:/_~-]*$|^\*$/

const DIRECTIVE = /^[a-z]+(-[a-z]+)*$/

/**
 * Holds the sources of a site's own to what a policy takes, since they end up in the configuration of a server.
 * @throws a PolicyError that names what is wrong
 */
export const checkSources = (directive: string, sources: readonly string[], language?: string): void => {
  if (!DIRECTIVE.test(directive)) {
    const sl = `»${directive}« ni ime direktive. Vpišite ga tako, kot je v standardu, na primer script-src.`
    const en = `"${directive}" is no name of a directive. Write it as the standard does, for instance script-src.`
    throw new PolicyError(pick({ sl, en }, language))
  }
  for (const source of sources) {
    if (KEYWORD.test(source) || ADDRESS.test(source)) continue
    const sl = `»${source}« pri »${directive}« ni vir. Vpišite gostitelja (cdn.primer.si), naslov (https://cdn.primer.si/) ali ključno besedo v enojnih narekovajih ('unsafe-inline').`
    const en = `"${source}" of "${directive}" is no source. Write a host (cdn.example.com), an address (https://cdn.example.com/) or a keyword in single quotes ('unsafe-inline').`
    throw new PolicyError(pick({ sl, en }, language))
  }
  if (sources.includes("'none'") && (sources.length > 1 || directive === 'default-src')) {
    const sl = `»'none'« pri »${directive}« ne gre skupaj z drugimi viri. Odstranite ga ali pa vse druge.`
    const en = `"'none'" of "${directive}" cannot stand beside other sources. Remove it, or all the others.`
    throw new PolicyError(pick({ sl, en }, language))
  }
}
