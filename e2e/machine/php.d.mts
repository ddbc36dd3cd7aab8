export declare const findPhp: () => string | undefined
export declare const ensurePhp: () => Promise<string | undefined>
export declare const PHP_MISSING: string
