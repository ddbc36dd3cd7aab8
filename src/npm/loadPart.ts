import { partOf } from '../core/inventory/completeUses'
import type { Loader } from '../core/parts'

/** The parts by name, for bundlers: each becomes a chunk of the application's own. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  check: () => import('../check/index'),
  changes: () => import('../changes/index'),
  ui: () => import('../ui/index'),
  errors: () => import('../errors/index'),
  cleanup: () => import('../cleanup/index'),
  declaration: () => import('../declaration/index'),
  reopen: () => import('../reopen/index'),
  [partOf('google-analytics')]: () => import('../catalogue/googleAnalytics'),
}

export const loadPart = ((name: string) =>
  parts[name]?.() ?? Promise.reject(new Error(`no such part: ${name}`))) as Loader
