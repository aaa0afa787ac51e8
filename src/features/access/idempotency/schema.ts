/** Who writes, when, and based on which version. */
export interface Writer {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  readonly at: Date
  /** Throws unless the request's If-Match names the current version. */
  readonly demand: (current: number) => void
}

/** A write by a reviewer, and its reason. */
export interface Review extends Writer {
  readonly reason: string | null
}
