import { recogniseCookie } from '../../catalogue'
import { fits } from '../../inventory/fits'
import { isOwnRecord } from '../../inventory/isOwnRecord'
import type { InventoryRule } from './rule'

export const undeclared: InventoryRule = {
  id: 'I08',
  severity: 'warn',
  source: 'ZEKom-2, art. 225; Planet49, C-673/17',
  check: ({ seen, rows, json }) =>
    [...new Set(seen)]
      .filter((name) => name && !isOwnRecord(name) && !rows.some((row) => fits(row.name, name)))
      .map((name) => {
        const service = recogniseCookie(name)[0]?.service
        return {
          keys: [Array.isArray(json.services) ? 'services' : 'cookies'],
          excerpt: name,
          message: {
            sl: `Na strani je bil najden »${name}«, ki ga v popisu ni${service ? ` (morda ${service.name})` : ''}. Ugotovite, kdo ga nastavlja in čemu, in ga dodajte.`,
            en: `"${name}" was found on the page but is not in the inventory${service ? ` (perhaps ${service.name})` : ''}. Find out who sets it and why, and add it.`,
          },
        }
      }),
}
