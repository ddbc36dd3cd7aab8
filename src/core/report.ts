/** Says something to whoever keeps the site, in its console. Nothing of ours is ever thrown into the page. */
export const report = (message: unknown): void => console.error('Privolim:', message)

export const warn = (message: string): void => console.warn('Privolim:', message)

const unknown = new Set<string>()

/** An id that the inventory does not know stays denied. Said once, since lists of products repeat their marks. */
export const reportUnknown = (id: string): void => {
  if (!unknown.has(id)) warn(`»${id}« ni v popisu (unknown id)`)
  unknown.add(id)
}
