/** Who writes, when, and on the grounds of which version. */
export interface Writer {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  readonly at: Date
  /** Throws unless the request's If-Match names the current version. */
  readonly demand: (current: number) => void
}

/** A write by a person, and why it is made. */
export interface Review extends Writer {
  readonly reason: string | null
}
