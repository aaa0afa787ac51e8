/** What a key may be used for. `read` matters only where reading is closed; `admin` may do everything. */
export const SCOPES = ['read', 'ingest', 'review', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
