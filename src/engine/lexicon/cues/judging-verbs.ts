import type { Frame } from './reporting-lexicon.ts'

/** The frames in which a phrase, not a clause, holds the reported words. */
export const COMPLEMENT_FRAMES: readonly Frame[] = [
  'object',
  'of',
  'about',
  'for',
  'on',
  'against',
  'as',
  'at',
]

/** Verbs that name or judge their object. Quoted words beside them are the words of the subject. Dictionary forms. */
export const JUDGING_VERBS: ReadonlySet<string> = new Set(
  `call dub label brand term describe characterize characterise portray depict denounce dismiss deride
  decry slam blast mock praise hail laud tout criticize criticise condemn question accuse warn`.split(/\s+/),
)
