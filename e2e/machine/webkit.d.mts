export interface FoundWebKit {
  readonly driver: string
  readonly screen: string
  readonly browser: string
}
export declare const findWebKit: () => FoundWebKit | undefined
export declare const ensureWebKit: () => Promise<FoundWebKit | undefined>
export declare const WEBKIT_MISSING: string
