import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { suggest } from '../../suggest/domain.ts'

const CANDIDATES = 5

/** A person or an organization on record. */
export interface ResolvedSpeaker {
  readonly kind: 'official' | 'organization'
  readonly slug: string
  readonly name: string
}

/**
 * Finds the person or the organization that a name, an id or a slug means.
 * @throws DomainError `invalid_parameter` with the candidates if it may mean several, or with advice if it means none.
 */
export async function resolveSpeaker(db: Db, text: string): Promise<ResolvedSpeaker> {
  const { items } = await suggest(db, {
    q: text,
    kinds: ['official', 'organization'],
    limit: CANDIDATES,
  })
  const found = items.flatMap(({ kind, slug, name, matched, spelling }) =>
    kind === 'publisher' || slug === null ? [] : [{ kind, slug, name, matched, spelling }],
  )
  const named = found.filter(({ slug, spelling }) => slug === text || isSame(spelling, text))
  const [only, ...others] = named.length > 0 ? named : found.filter(({ matched }) => matched === 'word')
  if (only && others.length === 0) return only
  const list = (only ? [only, ...others] : found).map(({ slug, name }) => `${slug} (${name})`).join(', ')
  const advice = list
    ? `It may mean ${list}. Send one of these slugs.`
    : 'Send the full name, or only the family name. The tool search finds names in statements.'
  const problem = only ? 'has several meanings' : 'is not the name of a person or an organization on record'
  throw new DomainError('invalid_parameter', `speaker: "${text.slice(0, 100)}" ${problem}. ${advice}`)
}

const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0
