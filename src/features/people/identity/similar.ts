import type { FastifyRequest } from 'fastify'
import { PageLinks } from '../../../http/paging.ts'
import { cachedRead } from '../../../http/read-cache.ts'
import { type NameSearch, SIMILAR_FACT } from '../../../record/names/schema.ts'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'

/** The facts of a page of people or organizations. */
export const NamedPageLinks = PageLinks.extend({ ...RESOLVED_FACT, ...SIMILAR_FACT })

/**
 * Returns what a list looks for if `q` is given. The result is kept until the next write, for all pages of the list.
 * @param resolve returns `q`, or the records with names like it if no name has its words.
 */
export const findSimilar = async (
  request: FastifyRequest,
  q: string | undefined,
  resolve: (q: string) => Promise<NameSearch>,
): Promise<NameSearch | undefined> =>
  q === undefined ? undefined : cachedRead(request, 'names', () => resolve(q))

/** Returns the part of a page that says whether its items only have names like the search. */
export const similarFact = (q: NameSearch | undefined): { similar?: true } =>
  typeof q === 'object' ? { similar: true } : {}
