import { spellingsOf } from '../../core/other-spellings.ts'
import type { SearchQuery, SearchTerm } from '../../core/search-query.ts'
import { WITHHELD_STATUSES } from '../../core/visibility.ts'
import type { Conditions } from '../../database/conditions.ts'

/**
 * Demands that a statement matches a search. The search covers what was said, the role, and the names of the speaker
 * and the organization. The index compares stems. A phrase must also occur word for word. Statements with withheld
 * words are not found.
 * @param comparesRows true if the other conditions find few rows. Each is then compared, and the index of words is not
 * used.
 */
export function demandSearch(
  where: Conditions,
  { groups, excluded }: SearchQuery,
  comparesRows = false,
): void {
  // PostgreSQL uses an index for an operator, but not for the function of the operator.
  const matches = (query: string): string =>
    comparesRows ? `ts_match_vq(s.words, ${query})` : `s.words @@ ${query}`
  const stems = (term: SearchTerm): string => stemsOf(where, term)
  const exactly = ({ text }: SearchTerm): string =>
    `has_phrase(s.text, s.speaker_name, s.role, ${where.parameter(text)}::text)`
  const wanted = groups.map((group) => `(${group.map(stems).join(' || ')})`)
  const unwanted = excluded.filter(({ isPhrase }) => !isPhrase).map((term) => `!! ${stems(term)}`)
  where.demand(matches(`(${[...wanted, ...unwanted].join(' && ')})`))
  where.demand(`s.status <> ALL (${where.parameter(WITHHELD_STATUSES)}::statement_status[])`)
  for (const group of groups) {
    if (!group.some(({ isPhrase }) => isPhrase)) continue
    const either = group.map((term) => (term.isPhrase ? exactly(term) : matches(stems(term))))
    where.demand(`(${either.join(' OR ')})`)
  }
  for (const term of excluded) {
    if (term.isPhrase) where.demand(`NOT (${matches(stems(term))} AND ${exactly(term)})`)
  }
}

/** Returns the text search query for the stems of a term, in each of its spellings. */
export function stemsOf(where: Conditions, term: SearchTerm): string {
  const phrases = spellingsOf(term).map((text) => `phrase_of(${where.parameter(text)}::text)`)
  return phrases.length === 1 ? phrases.join() : `(${phrases.join(' || ')})`
}
