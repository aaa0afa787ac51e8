import type { Grammar } from '../grammar/analyze.ts'
import { recentTimeEnd } from '../grammar/time-adverbial.ts'
import type { VerbGroup } from '../grammar/verb-group.ts'
import type { ReportingVerb } from '../lexicon/cues/reporting-lexicon.ts'
import { BE } from '../lexicon/grammar/closed-classes.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import type { Document } from '../types/document.ts'
import type { Cue } from '../types/finding.ts'
import { polarityOf } from './polarity.ts'

/** A verb that may report speech, with its place in the grammar. Ranges of tokens are `[first, last)`. */
export interface VerbCue extends Cue {
  readonly kind: 'verb'
  readonly first: number
  /** The token after the verb and its particle. */
  readonly last: number
  /** Index into `Grammar.verbGroups`. */
  readonly group: number
  readonly verb: ReportingVerb
  readonly form: VerbGroup['form']
  readonly passive: boolean
}

/** Finds every verb group whose verb can report speech, in text order. */
export function findVerbCues(document: Document, grammar: Grammar): VerbCue[] {
  const cues: VerbCue[] = []
  for (const index of grammar.verbGroups.keys()) {
    const cue = readGroup(document, grammar, index)
    if (cue) cues.push(cue)
  }
  return cues
}

function readGroup({ tokens }: Document, grammar: Grammar, index: number): VerbCue | undefined {
  const group = grammar.verbGroups[index] as VerbGroup
  const head = tokens[group.head]
  if (!head || grammar.classes[group.head] !== WordClass.verb) return undefined
  let last: number | undefined
  const verb = head.spelling.reporting?.find(({ particles }) => {
    last = particlesEnd(tokens, group.last, particles)
    return last !== undefined
  })
  if (!verb || last === undefined) return undefined
  const isSplit = last > group.last + verb.particles.length
  return {
    kind: 'verb',
    lemma: verb.lemma,
    polarity: polarityOf(tokens, grammar, index, verb.lemma),
    start: tokens[firstOf(grammar, group)]?.start ?? head.start,
    end: (isSplit ? tokens[group.last - 1] : tokens[last - 1])?.end ?? head.end,
    first: group.first,
    last,
    group: index,
    verb,
    form: group.form,
    passive: group.passive && hasForm(tokens, group),
  }
}

/**
 * Returns the first token of a cue. The cue of an infinitive begins with its governing verb: "is expected to say",
 * "declined to say".
 */
function firstOf(grammar: Grammar, group: VerbGroup): number {
  if (group.form !== 'infinitive') return group.first
  const governor = grammar.verbGroups[grammar.verbGroupOf[group.first - 1] ?? -1]
  return governor?.first ?? group.first
}

/** Returns true for "She's said". Before a participle, a lone 's stands for "has", so the group is not passive. */
function hasForm(tokens: Document['tokens'], { first, head }: VerbGroup): boolean {
  for (let at = first; at < head; at++) if (BE.has(tokens[at]?.lower ?? '')) return true
  return false
}

/**
 * Returns the token after the particles of a verb, with a time between them or without one: "called for", "called on Monday
 * for". Undefined if other words stand there.
 */
function particlesEnd(
  tokens: Document['tokens'],
  from: number,
  particles: readonly string[],
): number | undefined {
  let at = from
  for (const particle of particles) {
    const time = recentTimeEnd(tokens, at)
    if (tokens[time]?.lower !== particle) return undefined
    at = time + 1
  }
  return at
}
