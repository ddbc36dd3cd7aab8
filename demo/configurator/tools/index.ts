/** The tools as the configurator uses them: the one door, so that what stands behind it may change. */
export {
  declaration,
  declarationMarkdown,
  declarationText,
  lintInventory,
  lintPolicy,
  searchCatalogue,
  serverRules,
  servicesFor,
  validateInventory,
  verdict,
} from '../../../src/tools'
export type { Finding, Fix, KnownService, PolicyOptions, ServerKind } from '../../../src/tools'
export type { Both } from '../../../src/tools/both'
export { knownByName } from './knownByName'
export { partOf } from '../../../src/core/inventory/completeUses'
export { CATEGORIES, type CategoryId } from '../../../src/core/inventory/types'
export { isSpoken, LANGUAGES, NAMES } from '../../../src/texts/languages'
export { SERVER_KINDS } from '../../../src/tools/server/types'
export { importInventory } from './importInventory'
export { parseHtml } from './parseHtml'
export { textOfPolicy } from './textOfPolicy'
export type { Imported, ReadFrom } from '../../../src/tools'
export { draftOf } from '../../../src/tools/import/draft'
export { fits } from '../../../src/tools/inventory/fits'
