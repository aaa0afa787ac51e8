/** Runs work under a name, for a trace. Without tracing, it only runs the work. */
export type Spanned = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

/** Runs work that is not traced. */
export const unspanned: Spanned = (_name, work) => work()
