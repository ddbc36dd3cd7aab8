import type { Inventory } from './inventory/types'

/**
 * Whether something of a denied service is still on the device. Only a look at how the names begin; what removes them
 * knows better, and is fetched only then.
 */
export const remains = ({ services }: Inventory, granted: (id: string) => boolean): boolean => {
  try {
    const names = `; ${[document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join('=; ')}=`
    return services.some(
      ({ id, cookies }) =>
        !granted(id) &&
        cookies.some(({ name, party }) => party !== 'third' && names.includes(`; ${name}=`.split('*')[0]!)),
    )
  } catch {
    // No storage, so nothing remains in it.
    return false
  }
}
