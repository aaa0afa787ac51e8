import type { Bounds } from '../../../core/edtf.ts'
import { nameKey } from '../../../core/names.ts'
import type { CandidateReason } from '../../../core/vocabulary.ts'
import { lockNaming } from '../../../database/advisory-locks.sql.ts'
import type { Tx } from '../../../database/db.ts'
import { BY_MACHINE, firstRevision, type Revision } from '../../../database/ledger.sql.ts'
import { lockNewNames } from '../../../database/named-record-inserts.sql.ts'
import type { OfficialReference } from '../schema.ts'
import { describePerson, type Resolution, resolvePerson } from './resolve-person.ts'
import * as store from './store.sql.ts'

export { knownPeopleForEach } from './known-people.ts'

/** A person named in an article, with the positions printed beside the name. */
export interface PrintedOfficial {
  readonly name: string
  /** The id of the record that the engine recognized; null if none. The engine gets the known people of the article. */
  readonly official: string | null
  readonly positions: readonly PrintedPosition[]
}

export interface PrintedPosition {
  readonly title: string
  readonly organizationId: string | null
  /** The EDTF date before which the position ended, if the article calls it a former position; null otherwise. */
  readonly endedBy: { readonly edtf: string; readonly latest: string | null } | null
}

/** The people named in one article, and the facts that are known before they are resolved. */
export interface PrintedArticle {
  readonly people: readonly PrintedOfficial[]
  /** The date of publication; null if unknown. */
  readonly published: Bounds | null
  /** The decisions of reviewers by printed name: the id of a record, or null for no one to record. */
  readonly decided: ReadonlyMap<string, string | null>
}

/** A name whose person is uncertain, and the reason. */
export interface UncertainPerson {
  readonly name: string
  readonly reason: CandidateReason
  readonly explanation: string
  /** The possible people, each with a label that tells them apart. */
  readonly candidates: readonly { readonly id: string; readonly slug: string; readonly label: string }[]
  readonly positions: readonly PrintedPosition[]
}

/** The people of an article as records, by printed name. */
export interface ResolvedPeople {
  readonly byName: ReadonlyMap<string, OfficialReference>
  readonly uncertain: readonly UncertainPerson[]
}

/**
 * Resolves the people of articles to records, one article after another. Inserts unknown people, and the positions
 * printed beside the names. `resolve-person.ts` decides who each person is. An uncertain name gets no record.
 * @returns the people of each article, and the revisions to append.
 */
export async function resolveOfficials(
  tx: Tx,
  articles: readonly PrintedArticle[],
  makeId: () => string,
  at: Date,
): Promise<{ readonly articles: readonly ResolvedPeople[]; readonly revisions: readonly Revision[] }> {
  const known = await findAndLockNew(tx, articles)
  const unknown: { id: string; name: string }[] = []
  const positions: store.NewPosition[] = []
  const resolved = articles.map((article) => {
    const idOf = new Map<string, string>()
    const uncertain: UncertainPerson[] = []
    const printed: store.NewPosition[] = []
    for (const person of article.people) {
      const resolution = resolve(person, known, article)
      if (resolution.kind === 'none') continue
      if (resolution.kind === 'uncertain') {
        uncertain.push(uncertainOf(person, resolution, known))
        continue
      }
      const id = resolution.kind === 'same' ? resolution.id : makeId()
      idOf.set(person.name, id)
      if (resolution.kind === 'new') {
        unknown.push({ id, name: person.name })
        known.push(withoutSlug(id, person))
      }
      for (const position of person.positions) printed.push({ ...position, id: makeId(), officialId: id })
    }
    positions.push(...printed)
    holdPositions(known, printed)
    return { idOf, uncertain }
  })
  const added = await store.insertOfficials(tx, unknown, at)
  await store.insertPositions(tx, positions, at)
  const slugOf = new Map([...known, ...added].map(({ id, slug }) => [id, slug]))
  const onRecord = known.map((official) => ({ ...official, slug: slugOf.get(official.id)! }))
  const byId = new Map(onRecord.map((official) => [official.id, official]))
  return {
    articles: resolved.map(({ idOf, uncertain }) => ({
      byName: new Map([...idOf].map(([name, id]) => [name, byId.get(id)!])),
      uncertain: uncertain.map((person) => ({
        ...person,
        candidates: person.candidates.map((one) => ({ ...one, slug: slugOf.get(one.id)! })),
      })),
    })),
    revisions: added.map(({ id, slug, name }) => firstRevision('official', id, { slug, name }, BY_MACHINE)),
  }
}

/** Adds positions that one article prints to the people on record, for the articles after it. */
function holdPositions(known: store.NamedOfficial[], printed: readonly store.NewPosition[]): void {
  const byId = new Map(known.map((official) => [official.id, official]))
  for (const { officialId, title, organizationId, endedBy } of printed) {
    const offices = byId.get(officialId)!.offices
    const isHeld = offices.some(
      (held) => held.title.toLowerCase() === title.toLowerCase() && held.organization === organizationId,
    )
    if (!isHeld) offices.push(officeOf({ title, organizationId, endedBy }))
  }
}

/**
 * Finds the people on record who can be meant, and locks the names that need a new record: another transaction with such
 * a name waits.
 */
async function findAndLockNew(tx: Tx, articles: readonly PrintedArticle[]): Promise<store.NamedOfficial[]> {
  const people = articles.flatMap((article) => article.people)
  const named = people.map(({ name }) => ({ name, nameKey: nameKey(name) }))
  const keys = [...new Set(named.map((one) => one.nameKey))]
  const ids = [
    ...people.map(({ official }) => official),
    ...articles.flatMap(({ decided }) => [...decided.values()]),
  ].filter(isGiven)
  const locked = new Set<string>()
  for (;;) {
    const known = await store.findByKeysOrIds(tx, keys, ids)
    const unknown = new Set(
      articles.flatMap((article) =>
        article.people
          .filter((person) => resolve(person, known, article).kind === 'new')
          .map(({ name }) => nameKey(name)),
      ),
    )
    // After a wait, a name that was known can be new: another transaction renamed its person.
    if ([...unknown].every((key) => locked.has(key))) return known
    const added = named.filter((one) => unknown.has(one.nameKey))
    await lockNewNames(tx, 'officials', added)
    for (const key of unknown) locked.add(key)
  }
}

type Uncertain = Extract<Resolution, { kind: 'uncertain' }>

const isGiven = (id: string | null): id is string => id !== null

function resolve(
  person: PrintedOfficial,
  known: readonly store.NamedOfficial[],
  { published, decided }: PrintedArticle,
): Resolution {
  const decision = decided.get(person.name)
  if (decision === null) return { kind: 'none' }
  if (known.some(({ id }) => id === decision))
    return { kind: 'same', id: decision as string, basis: 'office' }
  const offices = person.positions.map(({ title, organizationId, endedBy }) => ({
    title,
    organization: organizationId,
    former: endedBy !== null,
  }))
  return resolvePerson({ name: person.name, official: person.official, offices, published }, known)
}

const uncertainOf = (
  { name, positions }: PrintedOfficial,
  { reason, explanation, candidates }: Uncertain,
  known: readonly store.NamedOfficial[],
): UncertainPerson => ({
  name,
  reason,
  explanation,
  positions,
  candidates: known
    .filter(({ id }) => candidates.includes(id))
    .map((official) => ({ id: official.id, slug: official.slug, label: describePerson(official) })),
})

/** Inserts positions printed beside the name of a person on record. */
export const addPositions = (
  tx: Tx,
  officialId: string,
  positions: readonly PrintedPosition[],
  makeId: () => string,
  at: Date,
): Promise<void> =>
  store.insertPositions(
    tx,
    positions.map((position) => ({ ...position, id: makeId(), officialId })),
    at,
  )

/** Returns a new person without a slug. */
const withoutSlug = (id: string, { name, positions }: PrintedOfficial): store.NamedOfficial => ({
  id,
  slug: '',
  name,
  keys: [nameKey(name)],
  offices: positions.map(officeOf),
})

const officeOf = ({ title, organizationId, endedBy }: PrintedPosition) => ({
  title,
  organization: organizationId,
  from: null,
  to: endedBy?.latest ?? null,
})

/** Inserts a person under the next free slug, even if others have the same name. */
export async function createOfficial(tx: Tx, id: string, name: string, at: Date): Promise<OfficialReference> {
  await lockNaming(tx)
  const [official] = await store.insertOfficials(tx, [{ id, name }], at)
  return official!
}
