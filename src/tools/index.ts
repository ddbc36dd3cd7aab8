export {
  catalogue,
  knownService,
  recogniseAddress,
  recogniseCookie,
  recogniseSnippet,
  searchCatalogue,
  serviceFor,
  servicesFor,
  type KnownCookie,
  type KnownService,
  type Recognised,
  type RecognisedSnippet,
  type UsedService,
} from './catalogue'
export { declaration, type DeclarationOptions } from './declaration/declaration'
export { declarationMarkdown } from './declaration/declarationMarkdown'
export { declarationText } from './declaration/declarationText'
export { parseDuration, type Duration } from './duration/duration'
export { showDuration } from './duration/showDuration'
export { lintInventory, lintPolicy, policyText, type Finding, type Fix, type LintOptions, type Severity } from './lint'
export { inventoryJsonSchema } from './schema/inventoryJsonSchema'
export { createWords, type Words } from '../texts/words'
export { verdict, type Verdict } from './verdict/verdict'
export { validateInventory } from './validate/validateInventory'
export type { Issue, IssueCode } from '../core/inventory/issues'
export { InventoryError } from '../errors/InventoryError'
export { importInventory } from './import/importInventory'
export type {
  Imported,
  ImportedController,
  ImportedCookie,
  ImportedService,
  ImportOptions,
  InventoryDraft,
  ReadFrom,
  Retention,
  Unread,
} from './import/types'
export { contentSecurityPolicy, PolicyError, serverRules } from './server'
export type { PolicyOptions, ServerKind, ServerRules } from './server'
