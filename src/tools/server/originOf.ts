/**
 * The source for what lies at an address of the inventory or of the options.
 * @returns nothing for an address on the site itself, which `'self'` allows
 */
export const originOf = (address: string | undefined): string[] => {
  if (address === undefined || !/^(https?:)?\/\//i.test(address)) return []
  try {
    const { hostname, port } = new URL(address, 'https://here.invalid')
    // An address in IPv6 cannot stand in a policy.
    return /^[a-z0-9._-]+$/.test(hostname) ? [port ? `${hostname}:${port}` : hostname] : []
  } catch {
    return []
  }
}
