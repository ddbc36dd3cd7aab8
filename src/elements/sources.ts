/** What browsers fetch from, held as `data-<name>`. */
export const SOURCES = ['src', 'srcset', 'srcdoc', 'href', 'data', 'poster'] as const

/** What may be held; a link that the visitor clicks is marked for other reasons. */
export const HOLDABLE = 'iframe,img,video,audio,source,object,embed,link'
  .split(',')
  .map((tag) => `${tag}[data-privolim]`)
  .join()
