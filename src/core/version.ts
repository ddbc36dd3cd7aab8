declare const __PRIVOLIM_VERSION__: string

/** From package.json, put in by the build. */
export const VERSION = __PRIVOLIM_VERSION__
