/** The scopes of API keys. `read` matters only if reading needs a key; `admin` allows everything. */
export const SCOPES = ['read', 'ingest', 'review', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
