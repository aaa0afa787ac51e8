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

export { knownPeopleFor } from './known-people.ts'

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

/** The facts about an article that are known before its people are resolved. */
export interface ResolutionContext {
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

/** The people of an article as records. */
export interface ResolvedPeople {
  readonly byName: ReadonlyMap<string, OfficialReference>
  readonly uncertain: readonly UncertainPerson[]
  readonly revisions: readonly Revision[]
}

const NOTHING_KNOWN: ResolutionContext = { published: null, decided: new Map() }

/**
 * Resolves the people of an article to records. Inserts unknown people, and the positions printed beside the names.
 * `resolve-person.ts` decides who each person is. An uncertain name gets no record.
 * @returns the records by printed name, the uncertain names, and the revisions to append.
 */
export async function resolveOfficials(
  tx: Tx,
  people: readonly PrintedOfficial[],
  makeId: () => string,
  at: Date,
  context: ResolutionContext = NOTHING_KNOWN,
): Promise<ResolvedPeople> {
  const known = await findAndLockNew(tx, people, context)
  const idOf = new Map<string, string>()
  const doubtful: [PrintedOfficial, Uncertain][] = []
  const unknown: { id: string; name: string }[] = []
  const positions: store.NewPosition[] = []
  for (const person of people) {
    const resolution = resolve(person, known, context)
    if (resolution.kind === 'none') continue
    if (resolution.kind === 'uncertain') {
      doubtful.push([person, resolution])
      continue
    }
    const id = resolution.kind === 'same' ? resolution.id : makeId()
    idOf.set(person.name, id)
    if (resolution.kind === 'new') {
      unknown.push({ id, name: person.name })
      known.push(withoutSlug(id, person))
    }
    for (const position of person.positions) {
      positions.push({ ...position, id: makeId(), officialId: id })
    }
  }
  const added = await store.insertOfficials(tx, unknown, at)
  await store.insertPositions(tx, positions, at)
  const slugOf = new Map([...known, ...added].map(({ id, slug }) => [id, slug]))
  const onRecord = known.map((official) => ({ ...official, slug: slugOf.get(official.id)! }))
  const byId = new Map(onRecord.map((official) => [official.id, official]))
  return {
    byName: new Map([...idOf].map(([name, id]) => [name, byId.get(id)!])),
    uncertain: doubtful.map(([person, resolution]) => uncertainOf(person, resolution, onRecord)),
    revisions: added.map(({ id, slug, name }) => firstRevision('official', id, { slug, name }, BY_MACHINE)),
  }
}

/**
 * Finds the people on record who can be meant, and locks the names that need a new record: another article with such a
 * name waits.
 */
async function findAndLockNew(
  tx: Tx,
  people: readonly PrintedOfficial[],
  context: ResolutionContext,
): Promise<store.NamedOfficial[]> {
  const named = people.map(({ name }) => ({ name, nameKey: nameKey(name) }))
  const keys = [...new Set(named.map((one) => one.nameKey))]
  const ids = [...people.flatMap((person) => person.official ?? []), ...context.decided.values()].filter(
    isGiven,
  )
  const locked = new Set<string>()
  for (;;) {
    const known = await store.findByKeysOrIds(tx, keys, ids)
    const isNew = (person: PrintedOfficial): boolean => resolve(person, known, context).kind === 'new'
    const unknown = new Set(people.filter(isNew).map(({ name }) => nameKey(name)))
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
  { published, decided }: ResolutionContext,
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
  offices: positions.map(({ title, organizationId, endedBy }) => ({
    title,
    organization: organizationId,
    from: null,
    to: endedBy?.latest ?? null,
  })),
})

/** Inserts a person under the next free slug, even if others have the same name. */
export async function createOfficial(tx: Tx, id: string, name: string, at: Date): Promise<OfficialReference> {
  await lockNaming(tx)
  const [official] = await store.insertOfficials(tx, [{ id, name }], at)
  return official!
}
