import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { runs } from '../support/runs.ts'
import { PeopleModel } from './people-model.ts'
import { reviewService } from './review-service.ts'

const service = await reviewService()
const { ask } = service
afterAll(() => service.close())

const SEQUENCES = 60
const PEOPLE = 3
const STATEMENTS_EACH = 2
const GIVEN = ['Ada', 'Bo', 'Cleo']

const person = fc.nat({ max: PEOPLE - 1 })

/** A step of a sequence. Each is sent to the service and applied to the model. */
type Step =
  | { readonly kind: 'rename' | 'alias'; readonly person: number; readonly word: number }
  | { readonly kind: 'merge'; readonly person: number; readonly other: number }
  | { readonly kind: 'split'; readonly person: number; readonly other: number; readonly count: number }
  | { readonly kind: 'undo' | 'stale'; readonly person: number }
  | { readonly kind: 'judge'; readonly statement: number; readonly call: keyof typeof CALLS }

/** The calls that judge a statement: from which statuses, and to which. Restoring returns to the status before. */
const CALLS = {
  verify: { from: ['machine', 'disputed'], to: 'verified' },
  dispute: { from: ['machine', 'verified'], to: 'disputed' },
  reject: { from: ['machine', 'verified', 'disputed'], to: 'rejected' },
  retract: { from: ['machine', 'verified', 'disputed'], to: 'retracted' },
  restore: { from: ['rejected', 'retracted'], to: null },
} as const

const word = fc.nat({ max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('rename' as const, 'alias' as const), person, word }),
  fc.record({ kind: fc.constant('merge' as const), person, other: person }),
  fc.record({
    kind: fc.constant('split' as const),
    person,
    other: person,
    count: fc.integer({ min: 1, max: STATEMENTS_EACH }),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'undo' as const, 'stale' as const), person }),
  fc.record({
    kind: fc.constant('judge' as const),
    statement: fc.nat({ max: PEOPLE * STATEMENTS_EACH - 1 }),
    call: fc.constantFrom(...(Object.keys(CALLS) as (keyof typeof CALLS)[])),
  }),
)

/** Returns a family name that no other number has: `Xaab`, `Xaac` … */
const familyOf = (number: number): string =>
  `X${[676, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(number / place) % 26))).join('')}`

const ALL = 'status=machine,verified,disputed,rejected,retracted&vanished=include&limit=100&fields=id,status'

let sequence = 0

/** Ingests an article in which each of three new people speaks twice. Returns the model of it. */
async function begin() {
  const family = familyOf(sequence++)
  const names = GIVEN.map((given) => `${given} ${family}${given.toLowerCase()}`)
  const lines = names.flatMap((name) =>
    Array.from(
      { length: STATEMENTS_EACH },
      (_, turn) => `“The ${turn + 1}. lock stays open until March,” pilot ${name} said.`,
    ),
  )
  const found = await service.ingest(lines)
  expect(found.map(({ speaker }) => speaker.name)).toEqual(
    names.flatMap((name) => Array.from({ length: STATEMENTS_EACH }, () => name)),
  )
  const slugs = names.map((_, index) => found[index * STATEMENTS_EACH]!.speaker.official!.slug)
  const speakers = new Map(found.map(({ id }, index) => [id, Math.floor(index / STATEMENTS_EACH)]))
  const people = names.map((name, index) => ({ name, slug: slugs[index]! }))
  return { family, model: new PeopleModel(people, speakers), statements: found.map(({ id }) => id) }
}

type Begun = Awaited<ReturnType<typeof begin>> & { readonly statuses: Map<string, string[]> }

async function judge({ statements, statuses }: Begun, index: number, call: keyof typeof CALLS) {
  const id = statements[index]!
  const past = statuses.get(id)!
  const { body: history } = await ask(`/v1/statements/${id}/history?limit=100`)
  const versions = history.items.map(({ version }: { version: number }) => version)
  const { status, body } = await ask(`/v1/statements/${id}/${call}`, {
    method: 'POST',
    body: { reason: 'Heard it.' },
    version: Math.max(...versions),
  })
  const { from, to } = CALLS[call]
  const isAllowed = (from as readonly string[]).includes(past.at(-1)!)
  expect(status, `${call} ${past.at(-1)}: ${JSON.stringify(body)}`).toBe(isAllowed ? 200 : 409)
  if (!isAllowed) return
  if (to === null) past.pop()
  else if (to === 'rejected' || to === 'retracted') past.push(to)
  else past.splice(-1, 1, to)
}

async function take(begun: Begun, one: Step): Promise<void> {
  if (one.kind === 'judge') return judge(begun, one.statement, one.call)
  const { model, family } = begun
  const { slug, version } = model.people[one.person]!
  const send = (path: string, body: object, sent = version) =>
    ask(`/v1/officials/${slug}${path}`, {
      method: path === '' ? 'PATCH' : 'POST',
      body: { reason: 'Checked.', ...body },
      version: sent,
    })
  const expectAnswer = (expected: number, answer: { status: number; body: unknown }): void =>
    expect(answer.status, `${JSON.stringify(one)}: ${JSON.stringify(answer.body)}`).toBe(expected)

  if (one.kind === 'rename' || one.kind === 'alias') {
    const name = `${['Dora', 'Emil', 'Fritz', 'Gerd'][one.word]} ${family}new`
    const isRename = one.kind === 'rename'
    const answer = await send('', isRename ? { name } : { aliases: { add: [name] } })
    expectAnswer(isRename ? model.rename(one.person, name) : model.addAlias(one.person, name), answer)
  } else if (one.kind === 'merge') {
    const answer = await send('/merge', { into: model.people[one.other]!.slug })
    expectAnswer(model.merge(one.person, one.other), answer)
  } else if (one.kind === 'split') {
    const statements = model.statementsOf(one.person).slice(0, one.count)
    if (statements.length === 0) return
    const answer = await send('/split', { statements, into: model.people[one.other]!.slug })
    expectAnswer(model.split(one.person, one.other, statements), answer)
  } else if (one.kind === 'undo') {
    const answer = await send('/undo', {})
    expectAnswer(model.undo(one.person), answer)
  } else if (version > 1 && model.people[one.person]!.names.mergedInto === null) {
    expectAnswer(412, await send('', { name: `Stale ${family}` }, version - 1))
  }
}

/** Compares everything that the service says about the people and statements with the model. */
async function expectSame({ model, statuses }: Begun): Promise<void> {
  for (const [index, { slug, names, version }] of model.people.entries()) {
    const { status, body, headers } = await ask(`/v1/officials/${slug}`)
    if (names.mergedInto === null) {
      expect([status, body.name, body.aliases, body.version]).toEqual([
        200,
        names.name,
        names.aliases,
        version,
      ])
      const { body: list } = await ask(`/v1/statements?official=${slug}&${ALL}`)
      const found = list.items as { id: string; status: string }[]
      expect(found.map(({ id }) => id).sort()).toEqual(model.statementsOf(index))
      for (const { id, status: own } of found) expect(own).toBe(statuses.get(id)!.at(-1))
    } else {
      const target = model.people[names.mergedInto]!.slug
      expect([status, headers['location']]).toEqual([301, `/v1/officials/${target}`])
    }
    const { body: history } = await ask(`/v1/officials/${slug}/history?limit=100`)
    const versions = history.items.map((entry: { version: number }) => entry.version)
    expect(versions).toEqual(Array.from({ length: version }, (_, past) => version - past))
  }
}

it('corrections, merges, splits, judgements and undos give what a model of them gives', {
  timeout: 20_000 * runs(SEQUENCES).numRuns,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const begun = await begin()
      const state = { ...begun, statuses: new Map(begun.statements.map((id) => [id, ['machine']])) }
      for (const one of steps) await take(state, one)
      await expectSame(state)
    }),
    runs(SEQUENCES),
  )
})
