/** The longest wait for what a machine does at once if it is fast and idle, in milliseconds. A loaded one may take long. */
export const PATIENCE_MS = 120_000
