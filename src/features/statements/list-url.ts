import type { FastifyRequest } from 'fastify'
import { canonicalUrl, queryOf } from '../../http/canonical-url.ts'

/**
 * Returns the URL of a list of statements as one of `/v1/statements`, from its first page.
 * @param changes parameters to set, such as those that the path stands for.
 * @param without parameters to leave out.
 */
export function statementsUrl(
  request: FastifyRequest,
  changes: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): string {
  const kept = Object.entries(changes).filter(([name]) => !without.includes(name))
  // Relevance compares words.
  const sort = without.includes('q') && /[?&]sort=relevance(?:&|$)/.test(request.url) ? ['sort'] : []
  return canonicalUrl(
    `/v1/statements?${queryOf(request.url)}`,
    ['cursor', ...without, ...sort],
    Object.fromEntries(kept),
  )
}
