declare const handle: unique symbol

/**
 * The database, or a transaction on it. Everybody may carry one; only stores may query it, by way of `client.ts`.
 */
export interface Db {
  readonly [handle]: true
}
