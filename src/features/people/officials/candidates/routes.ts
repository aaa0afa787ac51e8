import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import type { App } from '../../../../http/instance.ts'
import { examplePage, pageOf, readPage, sendPage } from '../../../../http/paging.ts'
import { cursor, limit } from '../../../../http/parameters.ts'
import { reason, writeHeaders } from '../../../../http/writes.ts'
import { choice, type FilterParameters, flag, safeText, valuesOf } from '../../../../input/values.ts'
import { writeOnce } from '../../../access/idempotency/once.ts'
import { decideCandidate, listCandidates } from './domain.ts'
import { CANDIDATE_SORTS, Candidate, type CandidateFilters, type Decision } from './schema.ts'

const BODY_BYTES_MAX = 32 * 1024
const SLUG_MAX = 300

const decisionBody = z
  .strictObject({
    reason,
    same: safeText(SLUG_MAX, 1).optional().describe('A person on record: an id or a slug.'),
    new: z.literal(true).optional().describe('A person who is not on record yet.'),
    none: z.literal(true).optional().describe('No one to record: the speaker is known by name alone.'),
  })
  .refine(
    ({ same, new: isNew, none }) => [same, isNew, none].filter((one) => one !== undefined).length === 1,
    'Give exactly one of `same`, `new` and `none`.',
  )
  .meta({ examples: [{ reason: 'The match report names the club.', same: 'john-smith-2' }] })

const decisionOf = ({ same, new: isNew }: z.infer<typeof decisionBody>): Decision => {
  if (same !== undefined) return { outcome: 'same', official: same }
  return isNew ? { outcome: 'new' } : { outcome: 'none' }
}

const EXAMPLE: Candidate = {
  id: '0193c1d2-0000-7000-8000-000000000001',
  name: 'John Smith',
  reason: 'doubt',
  explanation:
    'John Smith, mayor of Leeds has this name. The article prints it with “plumber”, and does not tell whether they are one person.',
  article: {
    id: '0193c1d2-0000-7000-8000-000000000002',
    title: 'Pipes burst',
    publisher: 'The Gazette',
    url: 'https://gazette.example/pipes',
  },
  positions: [{ title: 'plumber', organization: null, former: false }],
  candidates: [
    {
      id: '0193c1d2-0000-7000-8000-000000000003',
      slug: 'john-smith',
      name: 'John Smith',
      titles: ['mayor of Leeds'],
    },
  ],
  statements: { count: 2, url: '/v1/articles/0193c1d2-0000-7000-8000-000000000002/statements' },
  decision: null,
  recorded: '2026-11-23T10:00:00.000Z',
}
/** A page of candidates. */
export const CandidatePage = pageOf(Candidate)
const Decided = Candidate.meta({
  examples: [
    {
      ...EXAMPLE,
      statements: { ...EXAMPLE.statements, count: 0 },
      decision: {
        outcome: 'new',
        official: { id: '0193c1d2-0000-7000-8000-000000000004', slug: 'john-smith-2', name: 'John Smith' },
        by: 'night desk',
        at: '2026-11-23T10:00:00.000Z',
        reason: 'The mayor is no plumber.',
      },
    },
  ],
})

const candidateFilters = {
  decided: flag({
    description: 'true lists decided names. By default, the list has names that wait.',
    examples: [false],
  }).optional(),
} satisfies FilterParameters<CandidateFilters>

/** Mounts the list of uncertain names, and the decision about such a name. */
export function candidateRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.get(
    '/officials/candidates',
    {
      // A decision about a name without statements does not change the ledger.
      config: { scope: 'review', conditional: false },
      schema: {
        operationId: 'listCandidates',
        tags: ['officials'],
        summary: 'List uncertain names',
        description:
          'Names in articles that may mean several people on record, with the reason and the possible people. Until a reviewer decides, their statements have no person.',
        querystring: z.strictObject({
          ...candidateFilters,
          sort: choice(CANDIDATE_SORTS, {
            description: 'The oldest or the latest first.',
            examples: ['recorded'],
          }).default('recorded'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: {
          200: CandidatePage.meta({ examples: [examplePage('/v1/officials/candidates', [EXAMPLE])] }),
        },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listCandidates(db, valuesOf(candidateFilters, request.query), page),
      })
    },
  )

  app.post(
    '/officials/candidates/:id/decide',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ['conflict'] },
      schema: {
        operationId: 'decideCandidate',
        tags: ['officials'],
        summary: 'Decide whom a name means',
        description:
          'A person on record, a new person, or no one to record. The statements of the name in the article get that person, with a revision each. A later text of the article uses the decision. A name is decided once.',
        params: z.strictObject({ id: z.uuid().describe('The id of a candidate.') }),
        headers: writeHeaders,
        body: decisionBody,
        response: { 200: Decided },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      const write = { db, at: now(), operation: `decideCandidate ${id}` }
      return writeOnce(request, reply, write, async (tx, { actor, at }) => ({
        status: 200,
        body: await decideCandidate(tx, id, decisionOf(request.body), { actor, at, reason }),
      }))
    },
  )
}
