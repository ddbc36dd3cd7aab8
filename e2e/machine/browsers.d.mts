export declare const findChromium: () => string | undefined
export declare const findFirefox: () => { path: string; channel: 'moz-firefox' | undefined } | undefined
export declare const ensureChromium: (root: string) => Promise<string>
export declare const ensureFirefox: () => Promise<{ path: string; channel: 'moz-firefox' | undefined } | undefined>
export declare const FIREFOX_MISSING: string
