import type { Issue } from '../../core/inventory/issues'
import { explain } from '../../errors/explain'
import { checkInventory } from '../../check/checkInventory'

/**
 * Checks an inventory. An entry `{ use }` may leave out what the catalogue completes.
 * @param language of the sentences: `sl` or `en`
 * @returns every issue with its place and a sentence that says what to change; empty where there is none
 */
export const validateInventory = (json: unknown, language = 'sl'): Issue[] => {
  const services = (json as { services?: unknown } | null)?.services
  const isUse = (index: number) => typeof (Array.isArray(services) && services[index]?.use) === 'string'
  const isCompleted = ({ code, path }: Issue) => {
    const index = /^services\[(\d+)\]\.(id|category|provider)$/.exec(path)?.[1]
    return code === 'required' && index !== undefined && isUse(Number(index))
  }
  return explain(
    checkInventory(json).filter((issue) => !isCompleted(issue)),
    language,
  )
}
