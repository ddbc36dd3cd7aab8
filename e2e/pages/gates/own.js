// Tells what a vendor's script reads from its own tag.
;(() => {
  const { id, dataset, className, nonce, integrity, crossOrigin, referrerPolicy, defer } = document.currentScript
  const { website, privolim } = dataset
  window.own = { id, website, privolim, className, nonce, integrity, crossOrigin, referrerPolicy, defer }
  ;(window.ran ||= []).push('own')
})()
