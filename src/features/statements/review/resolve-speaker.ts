import { invalidField, notFoundAsFault } from '../../../core/faults.ts'
import { idOrSlug } from '../../../core/id-or-slug.ts'
import type { Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { currentOfficial } from '../../../record/officials/domain.ts'
import { resolveOfficials } from '../../../record/officials/resolution/domain.ts'
import type { OfficialReference } from '../../../record/officials/schema.ts'
import { organizationNamed } from '../../../record/organizations/domain.ts'
import type { OrganizationReference } from '../../../record/organizations/schema.ts'
import type { ResolvedSpeaker } from './correct-speaker.ts'
import type { SpeakerCorrection } from './schema.ts'

/**
 * Resolves a corrected speaker to records, and inserts records for new names.
 * @returns the records, and the revisions to append.
 * @throws DomainError `invalid_body` for an unknown id or slug.
 */
export async function resolveSpeaker(
  tx: Tx,
  given: SpeakerCorrection | undefined,
  makeId: () => string,
  at: Date,
): Promise<ResolvedSpeaker & { readonly revisions: readonly Revision[] }> {
  const revisions: Revision[] = []
  const organization = await resolveOrganization(tx, given?.organization, makeId, at, revisions)
  const official = await resolveOfficial(tx, given, makeId, at, revisions)
  return { official, organization, revisions }
}

async function resolveOfficial(
  tx: Tx,
  given: SpeakerCorrection | undefined,
  makeId: () => string,
  at: Date,
  revisions: Revision[],
): Promise<OfficialReference | null | undefined> {
  if (typeof given?.official === 'string') {
    const who = idOrSlug(given.official)
    const { id, slug, name } = await notFoundAsFault('/speaker/official', () => currentOfficial(tx, who))
    return { id, slug, name }
  }
  if (given?.official === null) return null
  if (given?.name === undefined) return undefined
  if (given.name === null) return null
  const person = { name: given.name, official: null, positions: [] }
  const printed = { people: [person], published: null, decided: new Map() }
  const resolved = await resolveOfficials(tx, [printed], makeId, at)
  revisions.push(...resolved.revisions)
  const { byName, uncertain } = resolved.articles[0]!
  const [doubt] = uncertain
  if (doubt) {
    const slugs = doubt.candidates.map(({ slug }) => slug).join(', ')
    throw invalidField('/speaker/name', `${doubt.explanation} Choose one with speaker.official: ${slugs}.`)
  }
  return byName.get(given.name) ?? null
}

/** Returns the id of a person. For a merged person, returns the id of the person they were merged into. */
export const currentOfficialId = async (tx: Tx, id: string): Promise<string> =>
  (await currentOfficial(tx, { id })).id

async function resolveOrganization(
  tx: Tx,
  given: string | null | undefined,
  makeId: () => string,
  at: Date,
  revisions: Revision[],
): Promise<OrganizationReference | null | undefined> {
  if (given === null || given === undefined) return given
  const found = await notFoundAsFault('/speaker/organization', () => organizationNamed(tx, given, makeId, at))
  revisions.push(...found.revisions)
  return found.organization
}
