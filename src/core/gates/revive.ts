/**
 * The script that a marked one stands for. Browsers never start an element again whose type they did not know, so it is
 * a new one. Attributes are copied as they are written, `onload="…"` and whatever vendors read from their own tag
 * included, and the address last, since `integrity` or `crossorigin` set after it come too late.
 */
export const revive = (marked: HTMLScriptElement): HTMLScriptElement => {
  const script = document.createElement('script')
  for (const { name, value } of marked.attributes)
    if (!/^((data-)?(type|src)|nonce)$/.test(name)) script.setAttribute(name, value)
  const type = marked.getAttribute('data-type')
  if (type) script.type = type
  // Under a policy sent as a header the attribute reads "", and only the property knows the nonce.
  script.nonce = marked.nonce
  const source = marked.getAttribute('src') ?? marked.getAttribute('data-src')
  if (source) script.src = source
  else script.text = marked.text
  return script
}
