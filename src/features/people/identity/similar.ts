import type { FastifyRequest } from 'fastify'
import { PageLinks } from '../../../http/paging.ts'
import { cachedRead } from '../../../http/read-cache.ts'
import { type NameSearch, SIMILAR_FACT } from '../../../record/names/schema.ts'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'

/** The fields of a page of people or organizations, besides its items. */
export const NamedPageLinks = PageLinks.extend({ ...RESOLVED_FACT, ...SIMILAR_FACT })

/**
 * Returns the name search of a list; undefined without `q`. The result is cached until the next write, for all pages of
 * the list.
 * @param resolve returns `q`, or the records with similar names if no name matches `q`.
 */
export const findSimilar = async (
  request: FastifyRequest,
  q: string | undefined,
  resolve: (q: string) => Promise<NameSearch>,
): Promise<NameSearch | undefined> =>
  q === undefined ? undefined : cachedRead(request, 'names', () => resolve(q))

/** Returns the field of a page that says that its items only have similar names; empty otherwise. */
export const similarFact = (q: NameSearch | undefined): { similar?: true } =>
  typeof q === 'object' ? { similar: true } : {}
