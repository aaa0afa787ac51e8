import type { Bounds } from '../../../core/edtf.ts'
import { nameKey, surnameOf } from '../../../core/names.ts'
import { type Tenure, titleAt } from '../../../core/tenure.ts'
import { lockNaming } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { BY_MACHINE, firstRevision, type Revision } from '../../../database/ledger.sql.ts'
import type { KnownOfficial } from '../../../engine/types.ts'
import type { OfficialReference } from '../schema.ts'
import { describe, type Resolution, resolvePerson } from './resolve-person.ts'
import * as store from './store.sql.ts'

/** A person an article names, with the capacities it prints beside the name. */
export interface PrintedOfficial {
  readonly name: string
  /** The record the engine recognised from the roster it was given. */
  readonly official: string | null
  readonly positions: readonly PrintedPosition[]
}

export interface PrintedPosition {
  readonly title: string
  readonly organizationId: string | null
  /** Where the article calls the position a former one: it ended no later than this EDTF date. */
  readonly endedBy: { readonly edtf: string; readonly latest: string | null } | null
}

/**
 * People whose family name occurs in the text, with their other names and what they are called by their titles: what
 * the engine may lean on.
 * @param published when; what they held before is a former title then.
 */
export async function rosterFor(db: Db, text: string, published: Bounds | null): Promise<KnownOfficial[]> {
  const words = new Set<string>()
  for (const word of text.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []) words.add(surnameOf(word))
  words.delete('')
  const found = words.size === 0 ? [] : await store.findBySurnames(db, [...words])
  return found.map(({ titles, ...person }) => ({
    ...person,
    roles: [...new Set(telling(titles).flatMap((title) => titleAt(title, published) ?? []))],
  }))
}

/** A title that is dated somewhere says more than the same one printed somewhere without a date. */
function telling<Locked extends Tenure & { readonly title: string }>(titles: readonly Locked[]): Locked[] {
  const dated = new Set(titles.flatMap(({ title, from }) => (from === null ? [] : title.toLowerCase())))
  return titles.filter(({ title, from }) => from !== null || !dated.has(title.toLowerCase()))
}

/** What is known of an article before its people are resolved. */
export interface ResolutionContext {
  /** When it was published; null where nobody knows. */
  readonly published: Bounds | null
  /** Whom people have decided its names to be: the id of a record, or null for none. By printed name. */
  readonly decided: ReadonlyMap<string, string | null>
}

/** A name of which it is not certain who is meant, and why. */
export interface UncertainPerson {
  readonly name: string
  readonly reason: 'several' | 'conflict' | 'doubt'
  readonly explanation: string
  /** Who it may be, with a label that tells them from one another. */
  readonly candidates: readonly { readonly id: string; readonly slug: string; readonly label: string }[]
  readonly positions: readonly PrintedPosition[]
}

/** Who the people of an article are. */
export interface ResolvedPeople {
  readonly byName: ReadonlyMap<string, OfficialReference>
  readonly uncertain: readonly UncertainPerson[]
  readonly revisions: readonly Revision[]
}

const NOTHING_KNOWN: ResolutionContext = { published: null, decided: new Map() }

/**
 * The people of an article as records, unknown ones added and their printed positions kept. `resolve-person.ts` decides who
 * each is; of whom that is uncertain, no record is named.
 * @returns by printed name, those left uncertain, and the revisions to append.
 */
export async function resolveOfficials(
  tx: Tx,
  people: readonly PrintedOfficial[],
  makeId: () => string,
  at: Date,
  context: ResolutionContext = NOTHING_KNOWN,
): Promise<ResolvedPeople> {
  const keys = [...new Set(people.map((person) => nameKey(person.name)))]
  const ids = [...people.flatMap((person) => person.official ?? []), ...context.decided.values()].filter(
    isGiven,
  )
  const read = async () => [...(await store.findByKeysOrIds(tx, keys, ids))]
  let known = await read()
  if (people.some((person) => resolve(person, known, context).kind === 'new')) {
    await lockNaming(tx)
    known = await read()
  }
  const idOf = new Map<string, string>()
  const doubtful: [PrintedOfficial, Uncertain][] = []
  const unknown: { id: string; name: string }[] = []
  const positions: store.NewPosition[] = []
  for (const person of people) {
    const resolution = resolve(person, known, context)
    if (resolution.kind === 'nobody') continue
    if (resolution.kind === 'uncertain') {
      doubtful.push([person, resolution])
      continue
    }
    const id = resolution.kind === 'same' ? resolution.id : makeId()
    idOf.set(person.name, id)
    if (resolution.kind === 'new') {
      unknown.push({ id, name: person.name })
      known.push(unnumbered(id, person))
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

type Uncertain = Extract<Resolution, { kind: 'uncertain' }>

const isGiven = (id: string | null): id is string => id !== null

function resolve(
  person: PrintedOfficial,
  known: readonly store.NamedOfficial[],
  { published, decided }: ResolutionContext,
): Resolution {
  const decision = decided.get(person.name)
  if (decision === null) return { kind: 'nobody' }
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
    .map((official) => ({ id: official.id, slug: official.slug, label: describe(official) })),
})

/** Keeps positions printed beside the name of somebody on record. */
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

/** Somebody new, whose slug is yet to be found. */
const unnumbered = (id: string, { name, positions }: PrintedOfficial): store.NamedOfficial => ({
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

/** Adds somebody under the next free slug, whoever else goes by the name. */
export async function createOfficial(tx: Tx, id: string, name: string, at: Date): Promise<OfficialReference> {
  await lockNaming(tx)
  const [official] = await store.insertOfficials(tx, [{ id, name }], at)
  return official!
}
