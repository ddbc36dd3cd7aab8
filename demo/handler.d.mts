export interface DemoRequest {
  method: string
  /** Without a port. */
  host: string
  /** With its query. */
  path: string
}

export interface DemoAnswer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

export declare const SITE_KEYS: readonly string[]
export declare const createDemoHandler: (options: {
  root: string
}) => (request: DemoRequest) => Promise<DemoAnswer | null>
