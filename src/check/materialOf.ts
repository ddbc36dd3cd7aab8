import type { Inventory } from '../core/inventory/types'

/**
 * What is material about the optional services, in whatever order it is written; its hash is the revision. The same
 * revision means that nothing material has changed; another one, that `changes` must say whether something has, since
 * what was removed, or lasts less long than before, changes the revision and asks nobody again.
 */
export const materialOf = ({ services }: Inventory): string =>
  services
    .filter(({ category }) => category !== 'necessary')
    .map(({ id, category, provider, cookies }) => {
      const records = cookies.map(({ name, storage, party, domain, duration }) =>
        JSON.stringify([name, storage, party, domain, duration]),
      )
      return JSON.stringify([id, category, provider.name, provider.country, provider.transfer, records.sort()])
    })
    .sort()
    .join()
