export type RealServer = 'apache' | 'nginx' | 'caddy'
export declare const findServer: (kind: RealServer) => string | undefined
export declare const ensureServers: () => Promise<[kind: RealServer, path: string | undefined][]>
export declare const serverMissing: (kind: RealServer) => string
