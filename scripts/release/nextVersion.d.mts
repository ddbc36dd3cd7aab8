export type Step = 'major' | 'minor' | 'patch'
export declare const nextVersion: (current: string, wanted: string, isReleased: boolean) => string
export declare const stepBetween: (version: string, later: string) => Step | undefined
