/** @returns the host of an address that is fetched over the network; empty where there is none */
export const hostOf = (address: string, base: string): string => {
  try {
    const { hostname, protocol } = new URL(address, base)
    return /^https?:$/.test(protocol) ? hostname : ''
  } catch {
    return ''
  }
}
