export interface Budget {
  readonly files?: readonly string[]
  readonly largest?: readonly string[]
  readonly brotli: number
}

export declare const budgetsOf: (root: string) => Readonly<Record<string, Budget>>
export declare const measure: (
  file: string,
) => { readonly raw: number; readonly gzip: number; readonly brotli: number } | undefined
