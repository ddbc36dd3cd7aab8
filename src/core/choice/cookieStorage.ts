/** Where the choice is kept. */
export interface ChoiceStorage {
  /** Every value stored under our name; more than one where host and domain each have theirs. */
  read(): string[]
  /** @returns whether it can be read back: browsers may refuse cookies without an error */
  write(value: string, maxAge: number): boolean
}

const NAME = 'privolim='

/**
 * One plain first-party cookie. Host-only unless the inventory names a domain that this host belongs to.
 * @param domain the inventory's `cookieDomain`
 */
export const cookieStorage = (domain = ''): ChoiceStorage => {
  const read = () => {
    try {
      return document.cookie
        .split('; ')
        .filter((pair) => pair.startsWith(NAME))
        .map((pair) => pair.slice(NAME.length))
    } catch {
      // A sandboxed frame has no cookies and throws when asked.
      return []
    }
  }
  const { hostname, protocol } = location
  const isShared = domain && `.${hostname}`.endsWith(`.${domain}`)
  const attributes = `; Path=/; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`
  return {
    read,
    write(value, maxAge) {
      try {
        document.cookie = `${NAME}${value}${attributes}; Max-Age=${maxAge}${isShared ? `; Domain=${domain}` : ''}`
      } catch {
        // As above.
      }
      return read().includes(value)
    },
  }
}
