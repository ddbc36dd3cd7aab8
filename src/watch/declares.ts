import { matcherOf } from '../cleanup/matcherOf'
import type { Inventory, StorageKind } from '../core/inventory/types'
import { covers } from '../tools/hosts/covers'

/** Whether an inventory declares a record of this name. Privolim's own go without saying. */
export const declaresRecord = ({ services }: Inventory, kind: StorageKind, name: string): boolean =>
  (kind === 'cookie' && name === 'privolim') ||
  (kind === 'localStorage' && name === 'privolim-receipts') ||
  services.some(({ cookies }) =>
    cookies.some((record) => (record.storage ?? 'cookie') === kind && matcherOf(record.name)(name)),
  )

/** Whether a service of an inventory has this host. */
export const declaresHost = ({ services }: Inventory, host: string): boolean =>
  services.some(({ hosts = [] }) => hosts.some((pattern) => covers(pattern, host)))
