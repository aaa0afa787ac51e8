/** English words that tell little about the topic of a sentence, with their contractions. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they them ' +
    'their theirs who whom whose which what when where why how there here and or but so if then than as at by for from ' +
    'in into of on onto off out over to up upon with about after before between through during under again am is are was ' +
    "were be been being do does did done have has had having will would shall should can could may might must isn't " +
    "i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd " +
    "it'll they're they've they'd they'll that's there's here's what's who's let's s t just also very too some any all " +
    'both each such own same other more most much many well now oh yes yeah ok okay uh um er erm ah eh hm hmm mm'
  ).split(' '),
)

export const isFunctionWord = (key: string): boolean => FUNCTION_WORDS.has(key)

/**
 * Returns the weight of a word in comparisons: 0.25 for a function word, 0.5 for a character of a script without
 * spaces, otherwise 1.
 */
export const weightOf = (key: string): number =>
  FUNCTION_WORDS.has(key) ? 0.25 : key.length === 1 && key > '\u0dff' ? 0.5 : 1

/** Sounds without a meaning. Quotations leave them out. */
const SOUNDS: ReadonlySet<string> = new Set('uh uhh uhm umm erm hmm mmm'.split(' '))
/** Sounds that are words in other languages ("er", "um", "ah"). */
const SOUNDS_OR_WORDS: ReadonlySet<string> = new Set('um er ah eh hm mm'.split(' '))
const ENGLISH_ONLY: ReadonlySet<string> = new Set(
  'i we you he she they the it and is of to that this but with have think know our are'.split(' '),
)

/** Returns true if a word is always a sound. */
export const isSound = (key: string): boolean => SOUNDS.has(key)

/** Returns true if a word is a sound in its place: punctuation separates it, or it stands beside an English word. */
export const isSoundAmong = (key: string, before: string, after: string, isSetOff: boolean): boolean =>
  SOUNDS.has(key) ||
  (SOUNDS_OR_WORDS.has(key) && (isSetOff || ENGLISH_ONLY.has(before) || ENGLISH_ONLY.has(after)))
