export declare const findChromium: () => string | undefined
export declare const findChromiumShell: () => string | undefined
export declare const findFirefox: () => { path: string; channel: 'moz-firefox' | undefined } | undefined
export declare const ensureChromium: (root: string) => Promise<string>
export declare const ensureChromiumShell: () => Promise<string | undefined>
export declare const ensureFirefox: () => Promise<{ path: string; channel: 'moz-firefox' | undefined } | undefined>
export declare const FIREFOX_MISSING: string
export declare const SHELL_MISSING: string
