import {
  type Candidate,
  type Decision,
  decide,
  indexStatements,
  readQuotation,
  type StatementIndex,
} from '../../src/compare/index.ts'
import { isSettled } from '../../src/features/verification/settled.ts'
import type { Kind, Source } from './changes/kind.ts'
import { KINDS } from './changes/kinds.ts'
import { Oracle } from './oracle.ts'
import type { Random } from './random.ts'
import { CLAIM_FORMS, type ClaimForm, claimOf, NAMING_FORMS, otherSpeaker } from './text/speakers.ts'
import type { MadeRecord, MadeStatement } from './text/statements.ts'
import { textOf } from './text/token.ts'

/** The results for one kind of quotation. */
export interface Tally {
  readonly kind: string
  readonly group: Kind['group']
  tried: number
  readonly verdicts: Record<string, number>
  /** With one of the right verdicts. */
  right: number
  /** Of the statement of which the quotation was made, as far as that counts. */
  matched: number
  matchable: number
  /** With the right name for the change, as far as that counts. */
  named: number
  nameable: number
  /** With the dropped negation shown, as far as that counts. */
  flagged: number
  flaggable: number
  /** Altered, but called verbatim or partial. */
  passed: number
}

/** The results for one way of naming speakers. */
export interface SpeakerTally {
  readonly form: ClaimForm
  rightTried: number
  rightDoubted: number
  wrongTried: number
  wrongCaught: number
}

export interface Failure {
  readonly kind: string
  readonly quote: string
  readonly source: string
  readonly verdict: string
  readonly detail: string
}

/** The number of candidates that are compared first, as in the service. */
const FIRST = 5

/** The service's way from a quotation to a decision, with a record in memory. */
export class Verifier {
  readonly #index: StatementIndex
  readonly #candidates: readonly Candidate[]

  constructor({ statements }: MadeRecord) {
    this.#index = indexStatements(statements.map(({ statement }) => statement))
    this.#candidates = statements.map(({ id, statement, speaker }) => ({
      id,
      statement,
      speaker: speaker.recorded,
    }))
  }

  verify(quote: string, claimed: string | null): Decision {
    const quotation = readQuotation(quote)
    const candidates = this.#index.candidates(quotation).map((number) => this.#candidates[number]!)
    const first = decide(quotation, claimed, candidates.slice(0, FIRST))
    return isSettled(first) ? first : decide(quotation, claimed, candidates)
  }
}

/** The most statements that are tried until one has what a kind changes. */
const ATTEMPTS_MAX = 2_000
const SHORTEST = 6

/** Makes `count` quotations of each kind and verifies them. */
export function measureKinds(
  record: MadeRecord,
  verifier: Verifier,
  count: number,
  random: Random,
  onProgress: (kind: string) => void,
): { readonly tallies: readonly Tally[]; readonly failures: readonly Failure[] } {
  const oracle = new Oracle(record.statements)
  const failures: Failure[] = []
  const tallies = KINDS.map((kind) => {
    onProgress(kind.name)
    const tally = newTally(kind)
    for (let made = 0; made < (kind.group === 'untouched' ? 5 * count : count); made++) {
      const quotation = makeQuotation(kind, record, oracle, random)
      if (!quotation) break
      const claimed = random.chance(0.5) ? quotation.source.made.speaker.recorded.name : null
      const decision = verifier.verify(quotation.text, claimed)
      const detail = add(tally, kind, quotation.source.made.id, decision)
      if (detail)
        failures.push({
          kind: kind.name,
          quote: quotation.text,
          ...shown(quotation.source, decision),
          detail,
        })
    }
    return tally
  })
  return { tallies, failures }
}

const shown = ({ words }: Source, { verdict }: Decision) => ({ source: textOf(words), verdict })

function newTally({ name, group }: Kind): Tally {
  const counts = {
    tried: 0,
    right: 0,
    matched: 0,
    matchable: 0,
    named: 0,
    nameable: 0,
    flagged: 0,
    flaggable: 0,
    passed: 0,
  }
  return { kind: name, group, verdicts: {}, ...counts }
}

function makeQuotation(
  kind: Kind,
  record: MadeRecord,
  oracle: Oracle,
  random: Random,
): { readonly text: string; readonly source: Source } | null {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const made = random.pick(record.statements)
    const words = random.chance(0.5) ? made.sentences.flat() : random.pick(made.sentences)
    if (words.length < SHORTEST) continue
    const source = { made, words, record }
    const text = kind.make(source, random)
    if (text === null) continue
    const isSame =
      kind.group === 'altered' && !isOnlyCased(kind) && Oracle.isWithin(text, textOf(made.sentences.flat()))
    if (isSame || (kind.group === 'altered' && !isOnlyCased(kind) && oracle.isOnRecord(text))) continue
    return { text, source }
  }
  return null
}

/** The oracle does not see a change of case. */
const isOnlyCased = ({ names }: Kind): boolean => names.includes('capitalization')

/** Adds a decision to a tally. Returns what was wrong; an empty text if nothing was. */
function add(tally: Tally, kind: Kind, id: string, { verdict, best, alike }: Decision): string {
  const words = best?.comparison.verdict ?? verdict
  const wrong: string[] = []
  tally.tried++
  tally.verdicts[verdict] = (tally.verdicts[verdict] ?? 0) + 1
  if (kind.expects.includes(verdict)) tally.right++
  else wrong.push('verdict')
  if (kind.group === 'altered' && (words === 'verbatim' || words === 'partial')) {
    tally.passed++
    wrong.push('PASSED')
  }
  if (kind.isMatched) {
    tally.matchable++
    if (best?.id === id || alike.some((other) => other.id === id)) tally.matched++
    else wrong.push(`statement ${best?.id ?? 'none'} for ${id}`)
  }
  if (kind.names.length > 0 && words === 'altered') {
    tally.nameable++
    const kinds = best!.comparison.changes.map((change) => change.kind)
    if (kinds.some((found) => kind.names.includes(found))) tally.named++
    else wrong.push(`named ${kinds.join(', ')}`)
  }
  if (kind.isTurning) {
    tally.flaggable++
    const { cut, gaps, changes } = best?.comparison ?? { cut: { turning: [] }, gaps: [], changes: [] }
    const isFlagged =
      cut.turning.length > 0 ||
      gaps.some(({ turning }) => turning.length > 0) ||
      changes.some((change) => change.kind === 'negation')
    if (isFlagged) tally.flagged++
    else wrong.push('not flagged')
  }
  return wrong.join('; ')
}

/** Verifies untouched quotations with right and wrong speakers, in every form of naming them. */
export function measureSpeakers(
  { statements, speakers }: MadeRecord,
  verifier: Verifier,
  count: number,
  random: Random,
): { readonly tallies: readonly SpeakerTally[]; readonly failures: readonly Failure[] } {
  const failures: Failure[] = []
  const tallies = CLAIM_FORMS.map((form) => {
    const tally = { form, rightTried: 0, rightDoubted: 0, wrongTried: 0, wrongCaught: 0 }
    for (let made = 0; made < count; made++) {
      const source = random.pick(statements)
      const quote = quoteOf(source, random)
      const right = claimOf(source.speaker, form)
      if (right !== null) {
        tally.rightTried++
        const { verdict } = verifier.verify(quote, right)
        if (verdict === 'misattributed') {
          tally.rightDoubted++
          failures.push({
            kind: `right speaker, ${form}`,
            quote,
            source: source.speaker.recorded.name ?? '',
            verdict,
            detail: right,
          })
        }
      }
      const other = otherSpeaker(source.speaker, form, speakers, random)
      const wrong = other && claimOf(other, form)
      if (!wrong || !NAMING_FORMS.includes(form)) continue
      tally.wrongTried++
      const { verdict, best } = verifier.verify(quote, wrong)
      if (verdict === 'misattributed') tally.wrongCaught++
      else
        failures.push({
          ...{ kind: `wrong speaker, ${form}`, quote, source: source.speaker.recorded.name ?? '', verdict },
          detail: `${wrong}: ${best?.agreement.reason}`,
        })
    }
    return tally
  })
  return { tallies, failures }
}

const quoteOf = ({ sentences }: MadeStatement, random: Random): string =>
  textOf(random.chance(0.5) ? sentences.flat() : random.pick(sentences))
