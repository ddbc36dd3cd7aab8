/**
 * Puts a vendor's file into the page as a marked script, which fetches nothing: the gate alone decides when it runs,
 * runs it once, and knows by that that the page must be loaded anew when it is taken back.
 *
 * The address stands in `data-src`, since a page that requires Trusted Types lets nobody but the gate's policy write
 * the `src` of a script, be it inert or not.
 *
 * @param id of the service that it belongs to
 * @param nonce as a property, since under a policy sent as a header the attribute is emptied
 */
export const placeScript = (address: string, id: string, nonce: string): void => {
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.dataset.privolim = id
  script.dataset.src = address
  // Vendors' files wait for nobody, and nobody for them.
  script.setAttribute('async', '')
  script.nonce = nonce
  document.head.append(script)
}
