import { DomainError } from '../../core/errors.ts'
import { nameKey, slugOf, surnameOf } from '../../core/names.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import type { KnownOfficial } from '../../engine/types.ts'
import type { Official, OfficialReference } from './schema.ts'
import * as store from './store.ts'

export { countOfficials, listOfficials, officialExpansion } from './store.ts'

/**
 * A person by id or slug. One who was merged into another is answered by the slug of that one.
 * @throws DomainError `not_found`, naming people of a like slug.
 */
export async function getOfficial(
  db: Db,
  idOrSlug: { readonly id: string } | { readonly slug: string },
): Promise<Official | { readonly mergedInto: string }> {
  const official = await store.findOfficial(db, idOrSlug)
  if (official) return official
  if ('id' in idOrSlug) throw new DomainError('not_found', `No official has the id ${idOrSlug.id}.`)
  const similar = await store.similarSlugs(db, idOrSlug.slug)
  const hint =
    similar.length > 0
      ? ` Did you mean ${similar.join(', ')}?`
      : ' GET /v1/officials?q=… finds people by name.'
  throw new DomainError('not_found', `No official has the slug ${idOrSlug.slug}.${hint}`)
}

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

/** People whose family name occurs in the text, with their other names and titles: what the engine may lean on. */
export async function rosterFor(db: Db, text: string): Promise<KnownOfficial[]> {
  const words = new Set<string>()
  for (const word of text.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []) words.add(surnameOf(word))
  words.delete('')
  return words.size === 0 ? [] : store.findBySurnames(db, [...words])
}

/**
 * The people of an article as records, unknown ones added and their printed positions kept. A person is known where
 * the engine recognised one, or where exactly one record goes by the same name; two records of one name leave the
 * person unresolved rather than guessed.
 * @returns by printed name, and the revisions to append.
 */
export async function resolveOfficials(
  tx: Db,
  people: readonly PrintedOfficial[],
  makeId: () => string,
  at: Date,
): Promise<{ byName: Map<string, OfficialReference>; revisions: Revision[] }> {
  const keys = [...new Set(people.map((person) => nameKey(person.name)))]
  const ids = people.flatMap((person) => person.official ?? [])
  let known = await store.findByKeysOrIds(tx, keys, ids)
  const revisions: Revision[] = []
  if (people.some((person) => match(known, person).length === 0)) {
    await store.lockOfficials(tx)
    known = await store.findByKeysOrIds(tx, keys, ids)
  }
  const byName = new Map<string, OfficialReference>()
  const positions: store.NewPosition[] = []
  for (const person of people) {
    const [found, another] = match(known, person)
    if (another) continue
    const official = found ?? (await add(tx, person, makeId, at, revisions))
    byName.set(person.name, official)
    if (!found) known.push({ ...official, keys: [nameKey(person.name)] })
    for (const position of person.positions) {
      positions.push({ ...position, id: makeId(), officialId: official.id })
    }
  }
  await store.insertPositions(tx, positions, at)
  return { byName, revisions }
}

function match(known: readonly store.NamedOfficial[], person: PrintedOfficial): store.NamedOfficial[] {
  const recognised = known.filter(({ id }) => id === person.official)
  return recognised.length > 0 ? recognised : known.filter(({ keys }) => keys.includes(nameKey(person.name)))
}

/** Adds somebody under the next free slug, whoever else goes by the name. */
export async function createOfficial(tx: Db, id: string, name: string, at: Date): Promise<OfficialReference> {
  await store.lockOfficials(tx)
  const slug = await store.insertOfficial(tx, { id, name, nameKey: nameKey(name), slug: slugOf(name) }, at)
  return { id, slug, name }
}

async function add(
  tx: Db,
  { name }: PrintedOfficial,
  makeId: () => string,
  at: Date,
  revisions: Revision[],
): Promise<OfficialReference> {
  const id = makeId()
  const slug = await store.insertOfficial(tx, { id, name, nameKey: nameKey(name), slug: slugOf(name) }, at)
  revisions.push({
    subject: 'official',
    subjectId: id,
    version: 1,
    action: 'created',
    actor: 'machine',
    reason: null,
    before: null,
    after: { slug, name },
  })
  return { id, slug, name }
}
