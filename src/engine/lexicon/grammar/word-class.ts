/** The class of a token, one byte each, parallel to `Document.tokens`. */
export const WordClass = {
  other: 0,
  noun: 1,
  /** A proper noun: part of a name. */
  name: 2,
  pronoun: 3,
  determiner: 4,
  adjective: 5,
  adverb: 6,
  /** A full verb in any form; see `VerbForm`. */
  verb: 7,
  /** be, have, do and the modals, as a helper of another verb or as a link; see `VerbForm`. */
  auxiliary: 8,
  preposition: 9,
  coordinator: 10,
  /** that, whether, if, because … if it opens a clause. */
  subordinator: 11,
  number: 12,
  /** 's or a lone apostrophe after a plural. */
  possessive: 13,
  /** who, which, what, how …: opens a relative clause or a question. */
  wh: 14,
  negation: 15,
  /** "to" before a base form. */
  to: 16,
  punctuation: 17,
} as const
export type WordClassCode = (typeof WordClass)[keyof typeof WordClass]

/**
 * The form of a verb token; `none` for other classes. A token has the form `past` if its spelling can be a past tense
 * or a participle.
 */
export const VerbForm = {
  none: 0,
  base: 1,
  third: 2,
  past: 3,
  participle: 4,
  gerund: 5,
  modal: 6,
} as const
export type VerbFormCode = (typeof VerbForm)[keyof typeof VerbForm]
