import { report } from '../report'

export interface Policy {
  createScript(text: string): string
  createScriptURL(address: string): string
}

declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy }

/**
 * Where a site requires Trusted Types, the text and the address of a script may only be set through a policy that its
 * own policy names: `trusted-types privolim`. What goes through it stood in the page's own marked scripts.
 */
const createPolicy = (): Policy => {
  const asWritten = (text: string) => text
  const rules: Policy = { createScript: asWritten, createScriptURL: asWritten }
  try {
    return trustedTypes.createPolicy('privolim', rules)
  } catch {
    // Not in every browser; and where the site does not name it, what is set is refused, which is the site's own wish.
    return rules
  }
}

let policy: Policy | undefined

/** What has to be trusted passes through it. */
export const trusted = (): Policy => (policy ??= createPolicy())

/**
 * The script that a marked one stands for. Browsers never start an element again whose type they did not know, so it is
 * a new one. Attributes are copied as they are written, `onload="…"` and whatever vendors read from their own tag
 * included, and the address last, since `integrity` or `crossorigin` set after it come too late.
 */
export const revive = (marked: HTMLScriptElement): HTMLScriptElement => {
  const rules = trusted()
  const script = document.createElement('script')
  const { type, src = marked.getAttribute('src') } = marked.dataset
  if (type) script.type = type
  // Under a policy sent as a header the attribute reads "", and only the property knows the nonce.
  script.nonce = marked.nonce
  try {
    // Handlers are code as well (`onload="…"`); whatever is not takes it as text.
    for (const { name, value } of marked.attributes)
      if (!/^((data-)?(type|src)|nonce)$/.test(name)) script.setAttribute(name, rules.createScript(value))
    if (src) script.src = rules.createScriptURL(src)
    else script.text = rules.createScript(marked.text)
  } catch (error) {
    // Refused by the site's own policy: the others still have their turn.
    report(error)
  }
  return script
}
