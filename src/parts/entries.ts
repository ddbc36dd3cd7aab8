import { partOf } from '../core/inventory/completeUses'
import { knownServices } from '../catalogue/knownServices'
import { LANGUAGES } from '../texts/languages'

/** The files that the script tag fetches on demand, `privolim-<name>.js`, and what each is made from. */
export const sharedParts: Readonly<Record<string, string>> = {
  ui: 'src/ui/index.ts',
}

/** Those that stand alone: whoever fetches one has not fetched the UI, so nothing is shared with it. */
export const separateParts: Readonly<Record<string, string>> = {
  check: 'src/check/index.ts',
  changes: 'src/changes/index.ts',
  errors: 'src/errors/index.ts',
  followup: 'src/followup/index.ts',
  mistakes: 'src/mistakes/index.ts',
  watch: 'src/watch/index.ts',
  unasked: 'src/unasked/index.ts',
  declaration: 'src/declaration/index.ts',
  dialects: 'src/dialects/index.ts',
  elements: 'src/elements/index.ts',
  placeholder: 'src/placeholder/index.ts',
  reopen: 'src/reopen/index.ts',
  receipts: 'src/receipt/index.ts',
  // Slovenian stands in every part.
  ...Object.fromEntries(LANGUAGES.slice(1).map((language) => [language, `src/texts/${language}.ts`])),
  ...Object.fromEntries(Object.entries(knownServices).map(([use, file]) => [partOf(use), `src/catalogue/${file}.ts`])),
}
