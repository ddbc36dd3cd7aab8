/** Says something to whoever keeps the site, in its console. Nothing of ours is ever thrown into the page. */
export const report = (message: unknown): void => console.error('Privolim:', message)

export const warn = (message: string): void => console.warn('Privolim:', message)
