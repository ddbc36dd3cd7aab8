import type { Inventory, Service } from '../core/inventory/types'
import { covers } from '../tools/hosts/covers'
import { hostOf } from '../tools/hosts/hostOf'
import { addressOf } from './addressOf'

/** The service that a frame belongs to: by its mark, else, where that is a category, by the host it is fetched from. */
export const serviceOf = (frame: HTMLElement, { services }: Inventory): Service | undefined => {
  const mark = frame.dataset.privolim!.trim()
  const host = hostOf(addressOf(frame), location.href)
  return (
    services.find(({ id }) => id === mark) ??
    services.find(({ category, hosts = [] }) => category === mark && hosts.some((pattern) => covers(pattern, host)))
  )
}
