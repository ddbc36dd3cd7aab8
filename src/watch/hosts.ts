/** The host of an address, where it is fetched from another one than the page; else empty. */
export const foreignHostOf = (address: string): string => {
  try {
    const { hostname, protocol } = new URL(address, location.href)
    return /^https?:$/.test(protocol) && hostname !== location.hostname ? hostname : ''
  } catch {
    return ''
  }
}

/** @param pattern a host of the inventory: `video.example`, or `*.video.example` for what is beneath it */
export const covers = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : pattern === host
