import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/db.ts'
import { type PresentedPage, readStatements, resolveFilters } from '../../features/statements/list.ts'
import { parseStatementQuery } from '../../features/statements/parameters.ts'
import { suggest } from '../../features/suggest/domain.ts'
import type { Suggestion } from '../../features/suggest/schema.ts'
import { readTimelines } from '../../features/timelines/list.ts'
import type { Timeline } from '../../features/timelines/schema.ts'
import { canonicalUrl, queryOf } from '../../http/canonical-url.ts'
import { resolveEach } from '../../record/references/domain.ts'
import { MONTHS_MAX, ofUrl } from '../search/read.ts'

/** What is compared, and the filter of the statements of each side. */
export const KINDS = { officials: 'official', organizations: 'organization' } as const
export type Kind = keyof typeof KINDS

/** The most sides of a comparison, as of `/v1/compare`. */
export const SIDES_MAX = 4
/** The statements of each side on the page. */
const SHOWN = 5
/** The names that a typed name may mean, on the page. */
const NAMES_MAX = 10

/** A person or an organization of a comparison. */
interface Named {
  readonly slug: string
  readonly name: string
}

/** One side with its statements. */
export interface Side extends Named {
  readonly timeline: Timeline
  readonly list: PresentedPage
}

/** What a reader asks to compare. */
interface Asked {
  readonly kind: Kind
  readonly slugs: readonly string[]
  /** The words that the statements must have; empty for all statements. */
  readonly topic: string
  /** A name that was typed; empty if none was. */
  readonly typed: string
}

/** Everything that the page of a comparison shows. */
export interface ComparisonView extends Asked {
  readonly names: readonly Named[]
  /** The sides with the same periods; empty if fewer than two are chosen. */
  readonly sides: readonly Side[]
  /** Whom the typed name may mean. Without a typed name: who is quoted most. */
  readonly choices: readonly Named[]
  /** The address of the same comparison in the API. */
  readonly api: string
}

/** Returns the address of a comparison. The same sides in the same order have one address. */
export const comparisonUrl = (kind: Kind, slugs: readonly string[], topic = ''): string =>
  canonicalUrl('/compare', [], { [kind]: slugs.join(','), ...(topic !== '' && { q: topic }) })

/** Reads what a request asks to compare. */
function askedBy(url: string): Asked {
  const query = new URLSearchParams(queryOf(url))
  const kind = query.has('organizations') ? 'organizations' : 'officials'
  const slugs = query
    .getAll(kind)
    .flatMap((value) => value.split(','))
    .map((slug) => slug.trim())
    .filter(Boolean)
  return {
    kind,
    slugs: [...new Set(slugs)],
    topic: (query.get('q') ?? '').trim(),
    typed: (query.get('with') ?? '').trim(),
  }
}

/**
 * Reads a comparison of people or of organizations.
 * @returns the address of the comparison, if a typed name means one person or organization alone.
 * @throws DomainError `invalid_parameter` for a name that is not on record, and for more than four sides.
 */
export async function readComparison(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
): Promise<ComparisonView | string> {
  const asked = askedBy(request.url)
  const { kind, slugs, topic, typed } = asked
  if (slugs.length > SIDES_MAX)
    throw new DomainError('invalid_parameter', `This page compares at most ${SIDES_MAX}. Leave some out.`)
  const names = (await resolveEach(db, KINDS[kind], slugs, kind)).map(({ slug, name }) => ({
    slug: slug!,
    name,
  }))
  const known = names.map(({ slug }) => slug)
  if (known.join() !== slugs.join()) return comparisonUrl(kind, [...new Set(known)], topic)
  const found = typed === '' ? [] : await namesFor(db, kind, typed, known)
  const [only] = found
  if (only && found.length === 1) return comparisonUrl(kind, [...known, only.slug], topic)
  const isReady = names.length > 1 && typed === ''
  return {
    ...asked,
    names,
    sides: isReady ? await readSides(request, reply, db, { kind, names, topic }) : [],
    choices: isReady ? [] : typed !== '' ? found : await mostQuoted(request, reply, db, { kind, known }),
    api: canonicalUrl(`/v1${comparisonUrl(kind, known, topic)}`),
  }
}

/** Returns the people or organizations that a typed name may mean, without those that are chosen. */
async function namesFor(db: Db, kind: Kind, q: string, known: readonly string[]): Promise<Named[]> {
  const { items } = await suggest(db, { q, kinds: [KINDS[kind]], limit: NAMES_MAX })
  const isOther = (one: Suggestion): one is Suggestion & { slug: string } =>
    one.slug !== null && !known.includes(one.slug)
  const others = items.filter(isOther)
  const exact = others.filter(({ name }) => name.toLowerCase() === q.toLowerCase())
  return exact.length === 1 ? exact : others
}

async function mostQuoted(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  { kind, known }: { readonly kind: Kind; readonly known: readonly string[] },
): Promise<Named[]> {
  const facet = KINDS[kind]
  const url = `/v1/statements?facets=${facet}&limit=1`
  const { page } = await readStatements(ofUrl(request, url), reply, db, parseStatementQuery(url))
  return (page.facets?.[facet] ?? [])
    .map(({ value, name }) => ({ slug: value, name: name ?? value }))
    .filter(({ slug }) => !known.includes(slug))
    .slice(0, NAMES_MAX)
}

async function readSides(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  { kind, names, topic }: { readonly kind: Kind; readonly names: readonly Named[]; readonly topic: string },
): Promise<Side[]> {
  const slugs = names.map(({ slug }) => slug)
  const urls = slugs.map((slug) =>
    canonicalUrl('/v1/statements', [], { [KINDS[kind]]: slug, ...(topic !== '' && { q: topic }) }),
  )
  const subjects = await Promise.all(
    urls.map(async (url) => ({
      filters: (await resolveFilters(ofUrl(request, url), db, parseStatementQuery(url))).filters,
      parameters: {},
    })),
  )
  const all = ofUrl(request, `/v1${comparisonUrl(kind, slugs, topic)}`)
  const [timelines, lists] = await Promise.all([
    readTimelines(all, db, subjects, undefined, MONTHS_MAX),
    Promise.all(
      urls.map((url) => {
        const listUrl = canonicalUrl(url, [], { facets: 'type', limit: String(SHOWN), sort: '-said' })
        return readStatements(ofUrl(request, listUrl), reply, db, parseStatementQuery(listUrl))
      }),
    ),
  ])
  return names.map((named, index) => ({ ...named, timeline: timelines[index]!, list: lists[index]! }))
}
