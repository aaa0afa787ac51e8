/** Speech nouns, and the speaker whose words they introduce: "his remark that", "the mayor's answer was". */

import type { NounPhrase } from '../../grammar/noun-phrase.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { SPEECH_NOUNS } from '../../lexicon/cues/speech-nouns.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, phraseEnd } from '../../reader/phrases.ts'
import { isComma } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { skipAdverbs } from './adjuncts.ts'
import { subjectBefore } from './subject-before.ts'

/** The verb, noun or adjective that governs quoted words. */
export interface Governor {
  readonly kind: 'verb' | 'that' | 'noun'
  /** The reporting words. */
  readonly cue: Range
  /** The verb group of the cue, or -1. */
  readonly group: number
  readonly speaker: Range
  /** The first token of the complement. */
  readonly start: number
}

/** Returns true for a "that" that opens a clause. */
export const isThatConjunction = (context: Context, at: number): boolean =>
  lowerAt(context, at) === 'that' && classAt(context, at) === WordClass.subordinator

/** Returns true for "is" and "has" without a full verb. */
export const isLinking = (context: Context, { head }: VerbGroup): boolean =>
  classAt(context, head) !== WordClass.verb

export const isSpeechNoun = (context: Context, at: number): boolean => SPEECH_NOUNS.has(lowerAt(context, at))

/**
 * Returns the speech noun at token `head` as governor of the words from `start`; undefined if it has no possessor or
 * author.
 */
export function governorFromNoun(
  context: Context,
  head: number,
  start: number,
  limit: number,
): Governor | undefined {
  const phrase = isSpeechNoun(context, head) ? nounPhraseOf(context, head) : undefined
  if (!phrase || phrase.head !== head) return undefined
  const owner = possessorIn(context, phrase) ?? authorAfter(context, phrase.last, limit)
  if (!owner) return undefined
  const first = owner.first > head ? phrase.first : owner.last
  return { kind: 'noun', cue: { first, last: head + 1 }, group: -1, speaker: owner, start }
}

const OWNERS = new Set('his her their its my our your'.split(' '))

/** Returns the possessor of a noun phrase: "his", "the mayor's". */
export function possessorIn(
  context: Context,
  { first, head }: Pick<NounPhrase, 'first' | 'head'>,
): Range | undefined {
  if (OWNERS.has(lowerAt(context, first))) return { first, last: first + 1 }
  for (let at = head - 1; at > first; at--)
    if (classAt(context, at) === WordClass.possessive) return { first, last: at + 1 }
  return undefined
}

/** Returns the author after a speech noun: "a statement by the mayor that", "comments from residents that". */
function authorAfter(context: Context, at: number, limit: number): Range | undefined {
  if (!/^(?:by|from)$/.test(lowerAt(context, at))) return undefined
  const last = phraseEnd(context, at + 1, limit)
  return last > at + 1 ? { first: at + 1, last } : undefined
}

/** The most modifiers between the preposition of a noun and quoted words. */
const MODIFIERS = 4

/**
 * Returns the speech noun right before or after quoted words. Examples: "his call for “…”", "the mayor's “…” promise".
 */
export function nounBesideQuotation(context: Context, open: number, close: number): Governor | undefined {
  if (/^['’]s?$/.test(lowerAt(context, open - 1)) && isSpeechNoun(context, close)) {
    const owner = nounPhraseOf(context, open - 2)
    const cue = { first: close, last: close + 1 }
    return owner && { kind: 'noun', cue, group: -1, speaker: { first: owner.first, last: open }, start: open }
  }
  let at = open - 1
  while (at > open - MODIFIERS && isModifier(classAt(context, at))) at--
  if (!/^(?:of|for|about|on|against|to|like)$/.test(lowerAt(context, at))) return undefined
  const owned = nounPhraseOf(context, at - 1)
  return owned?.last === at && possessorIn(context, owned)
    ? governorFromNoun(context, at - 1, at + 1, open)
    : undefined
}

export const isModifier = (wordClass: number): boolean =>
  wordClass === WordClass.determiner || wordClass === WordClass.adjective || wordClass === WordClass.adverb

/**
 * Returns the speech noun before "be", if its complement follows directly. Examples: "Her answer was “…”", "His point
 * is that …"
 */
export function nounBeforeBe(context: Context, group: VerbGroup, open: number): Governor | undefined {
  if (!/^(?:is|was|['’]s|has been|had been)$/.test(lowerAt(context, group.head)) || group.negated)
    return undefined
  let start = skipAdverbs(context, group.last, open)
  if (isComma(lowerAt(context, start)) || lowerAt(context, start) === ':') start++
  if (start !== open) return undefined
  const subject = subjectBefore(context, group.first)
  const phrase = subject && nounPhraseOf(context, subject.first)
  return phrase && governorFromNoun(context, phrase.head, open, group.first)
}
