/** The scopes of API keys. `read` is needed only if reading needs a key. `admin` includes all others. */
export const SCOPES = ['read', 'ingest', 'review', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
