import type { Db } from '../../../../database/db.ts'
import * as store from './store.ts'

/** The number of rows of one query. */
const CHUNK = 500

/**
 * Exports all people and organizations, with the positions from rosters and corrections, as the text of one Popolo
 * document. Reads them in chunks, so the document can have any size. Memberships come first. So a person who is added
 * during the export lacks memberships, but no membership lacks its person.
 */
export async function* exportRoster(db: Db): AsyncGenerator<string> {
  yield '{'
  yield* list('memberships', (after) => store.listMemberships(db, after, CHUNK))
  yield ','
  yield* list('organizations', (after) => store.listEntities(db, 'organizations', after, CHUNK))
  yield ','
  yield* list('persons', (after) => store.listEntities(db, 'officials', after, CHUNK))
  yield '}\n'
}

async function* list(
  name: string,
  read: (after: string | null) => Promise<readonly { readonly id: string }[]>,
): AsyncGenerator<string> {
  yield `"${name}":[`
  let after: string | null = null
  for (;;) {
    const things: readonly { readonly id: string }[] = await read(after)
    if (things.length === 0) break
    yield `${after === null ? '' : ','}\n${things.map((thing) => JSON.stringify(thing)).join(',\n')}`
    after = things.at(-1)?.id ?? null
  }
  yield ']'
}
