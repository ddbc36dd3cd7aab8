export declare const tarballProblems: (file: string) => Promise<string[]>
