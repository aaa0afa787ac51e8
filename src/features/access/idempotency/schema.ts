/** The caller, the time and the expected version of a write. */
export interface Writer {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  readonly at: Date
  /** Throws a DomainError if the request has an If-Match that names another version. */
  readonly demand: (current: number) => void
}

/** A write by a reviewer, and its reason. */
export interface Review extends Writer {
  readonly reason: string | null
}
