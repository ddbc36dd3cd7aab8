import { hostOf } from '../tools/hosts/hostOf'

/** The host of an address, where it is fetched from another one than the page; else empty. */
export const foreignHostOf = (address: string): string => {
  const host = hostOf(address, location.href)
  return host === location.hostname ? '' : host
}
