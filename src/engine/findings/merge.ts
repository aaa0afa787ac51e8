import { contains, type Span } from '../../core/span.ts'
import { firstEndingAfter } from '../reader/offsets.ts'
import type { Finding } from '../types/finding.ts'

/** The number of earlier findings that each finding is compared with. */
const LOOK_BACK = 8
/** The most closing marks by which the ends of two equal findings may differ. */
const CLOSING_MARKS = 2
/** The widest gap between a clause and the quotation it introduces, in characters: '." "'. */
const WIDEST_GAP = 8
/**
 * The most words of a relayed clause besides the quotation, its speaker and its cue, such as "on Monday at the works".
 */
const MOST_WORDS_BESIDE = 6
/** A text with more characters than this has more than `MOST_WORDS_BESIDE` words, so its words need not be counted. */
const LONGEST_BESIDE = 200
/** Relative pronouns, which name no speaker. */
const RELATIVE = /^(?:that|which|who|it)$/i
const LONGEST_RELATIVE = 6
const WORDS = /[\p{L}\p{N}]+/gu

/**
 * Merges findings into one list in text order, in which no two share words. If a reported clause says more than the
 * quotation inside it ("he called it “a mess”"), the clause stays. Otherwise the direct finding stays.
 */
export function mergeFindings(
  text: string,
  direct: readonly Finding[],
  reported: readonly Finding[],
): Finding[] {
  const all = [...direct, ...reported].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const kept: Finding[] = []
  for (const finding of all) {
    const introducing = kept.at(-1)
    const isIntroduced = introducing !== undefined && introduces(text, introducing, finding)
    if (!isIntroduced && !sharesAny(kept, finding)) {
      kept.push(finding)
      continue
    }
    const near = kept.splice(Math.max(0, kept.length - LOOK_BACK))
    const rivals = near.filter((earlier) => share(earlier, finding))
    const passedOn = rivals.length === 1 ? relayedQuotation(text, rivals[0] as Finding, finding) : undefined
    if (passedOn) {
      kept.push(...near.filter((earlier) => earlier !== rivals[0]), passedOn)
    } else if (introducing && isIntroduced) {
      kept.push(...near.slice(0, -1), join(introducing, finding))
    } else if (rivals.every((rival) => yields(rival, finding))) {
      kept.push(...near.filter((earlier) => !rivals.includes(earlier)), finding)
    } else kept.push(...near)
  }
  return kept
}

function sharesAny(kept: readonly Finding[], finding: Finding): boolean {
  for (let at = Math.max(0, kept.length - LOOK_BACK); at < kept.length; at++) {
    if (share(kept[at] as Finding, finding)) return true
  }
  return false
}

/** Returns true if a quotation without a cue follows the clause that introduces it: 'He was glad. "We won."' */
function introduces(text: string, clause: Finding, quotation: Finding): boolean {
  if (clause.type === 'direct' || quotation.rule !== 'direct/introduced') return false
  if (startOf(quotation) < endOf(clause)) return false
  const gap = text.slice(endOf(clause), startOf(quotation))
  return gap.length <= WIDEST_GAP && !/[\p{L}\p{N}\n]/u.test(gap)
}

const join = (clause: Finding, quotation: Finding): Finding => ({
  ...clause,
  type: 'mixed',
  content: [...clause.content, ...quotation.content],
  quoted: [...clause.quoted, ...quotation.quoted],
  rule: clause.rule.replace(/^indirect/, 'mixed'),
})

/**
 * Reads “…,” Lee said, according to the paper. If a clause holds only a quotation, its speaker and its cue, then the
 * words belong to that speaker, and the source of the clause becomes the relay.
 */
function relayedQuotation(text: string, one: Finding, other: Finding): Finding | undefined {
  const [clause, quotation] = one.type === 'mixed' ? [one, other] : [other, one]
  const { content, speaker, cue, addressee, carriedOver } = quotation
  if (clause.type !== 'mixed' || quotation.type !== 'direct' || carriedOver) return undefined
  if (!clause.speaker || !speaker || !cue) return undefined
  if (RELATIVE.test(text.slice(speaker.start, Math.min(speaker.end, speaker.start + LONGEST_RELATIVE))))
    return undefined
  if (clause.polarity !== 'affirmed' || quotation.polarity !== 'affirmed') return undefined
  const told = [...content, speaker, cue, ...(addressee ? [addressee] : [])]
  const holds = (span: Span) => clause.content.some((whole) => contains(whole, span))
  if (!holds(speaker) || !holds(cue) || !content.some(holds)) return undefined
  return wordsBeside(text, clause.content, told) <= MOST_WORDS_BESIDE
    ? passedBy(clause, quotation)
    : undefined
}

/** Returns both reports: the clause of the source, with all quoted words, and the quotation inside it. */
function passedBy(clause: Finding, quotation: Finding): Finding {
  const inner = { ...quotation, relay: clause.speaker }
  if (clause.cue?.kind !== 'preposition') return inner
  const more = quotation.content.filter(({ start }) => start >= endOf(clause))
  const quoted = quotation.quoted.filter(({ start }) => start >= endOf(clause))
  return { ...clause, content: [...clause.content, ...more], quoted: [...clause.quoted, ...quoted], inner }
}

/** Returns the number of words of some spans that other spans do not cover. */
function wordsBeside(text: string, spans: readonly Span[], covering: readonly Span[]): number {
  const covered = [...covering].sort((a, b) => a.start - b.start)
  let words = 0
  for (const { start, end } of spans) {
    let from = start
    for (const cover of [...covered, { start: end, end }]) {
      if (cover.start > from && from < end)
        words += text.slice(from, Math.min(cover.start, end, from + LONGEST_BESIDE)).match(WORDS)?.length ?? 0
      from = Math.max(from, cover.end)
    }
  }
  return words
}

const startOf = ({ content }: Finding): number => content[0]?.start ?? 0
const endOf = ({ content }: Finding): number => content[content.length - 1]?.end ?? 0
const lengthOf = ({ content }: Finding): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0)

function share(a: Finding, b: Finding): boolean {
  if (endOf(a) <= startOf(b) || endOf(b) <= startOf(a)) return false
  const few = a.content.length < b.content.length ? a : b
  const many = few === a ? b : a
  return few.content.some((span) => {
    const other = many.content[firstEndingAfter(many.content, span.start)]
    return other !== undefined && other.start < span.end
  })
}

/**
 * Returns true if `rival` is dropped for `finding`: it is a quotation inside the clause of `finding`, has no cue of its
 * own, or says less.
 */
function yields(rival: Finding, finding: Finding): boolean {
  if (finding.type === rival.type) return lengthOf(rival) < lengthOf(finding)
  if (finding.type === 'mixed') return rival.carriedOver || isInside(rival, finding)
  return rival.type !== 'mixed' || !(finding.carriedOver || isInside(finding, rival))
}

const isInside = ({ content }: Finding, clause: Finding): boolean =>
  content.every((span) => {
    const other = clause.content[firstEndingAfter(clause.content, span.start)]
    return other !== undefined && other.start <= span.start && span.end <= other.end + CLOSING_MARKS
  })
