/** Labels of letters, digits and hyphens; the first may be `*`, as in the inventory: whatever is beneath it. */
const HOST = /^(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/

/**
 * A host of the inventory as a source of a policy: in ASCII and lower case, without a scheme, so that it holds for http
 * and https alike. What is no host is none: it would end up in the configuration of a server, where quotes, blanks,
 * `;` and `$` mean something.
 * @returns `undefined` where it is anything but a host
 */
export const hostSource = (host: string): string | undefined => {
  const trimmed = host.trim()
  const [, star = '', name = ''] = /^(\*\.)?(.*)$/.exec(trimmed) ?? []
  const source = star + inAscii(name)
  return HOST.test(source) ? source : undefined
}

/** `društvo.si` is `xn--drutvo-dkb.si` on the wire. What means something to an address must not get lost on the way. */
const inAscii = (name: string): string => {
  if (/[^\p{L}\p{N}\p{M}._-]/u.test(name)) return ''
  try {
    return new URL(`http://${name}`).hostname
  } catch {
    return ''
  }
}
