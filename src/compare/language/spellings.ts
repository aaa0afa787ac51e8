/** British spellings that follow no rule, with their American spellings. */
const AMERICAN = new Map(
  (
    'grey gray|greys grays|programme program|programmes programs|cheque check|cheques checks|tyre tire|tyres tires|kerb curb|' +
    'plough plow|sceptic skeptic|sceptics skeptics|sceptical skeptical|scepticism skepticism|aluminium aluminum|' +
    'jewellery jewelry|defence defense|defences defenses|offence offense|offences offenses|licence license|' +
    'licences licenses|practise practice|practised practiced|practising practicing|pretence pretense|ageing aging|' +
    'judgement judgment|judgements judgments|manoeuvre maneuver|manoeuvres maneuvers|storey story|draught draft|mum mom|' +
    'moustache mustache|pyjamas pajamas|enrol enroll|fulfil fulfill|instalment installment|skilful skillful|' +
    'wilful willful|towards toward|afterwards afterward|whilst while|amongst among|learnt learned|burnt burned|' +
    'spelt spelled|dreamt dreamed|artefact artifact|artefacts artifacts|foetus fetus|paediatric pediatric|' +
    'orthopaedic orthopedic|anaesthetic anesthetic|encyclopaedia encyclopedia|leukaemia leukemia|oestrogen estrogen|' +
    'diarrhoea diarrhea|mediaeval medieval|cosy cozy|axe ax|doughnut donut|maths math|gaol jail'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
const STEMS_IN_OUR =
  /(col|fav|hon|lab|neighb|behavi|harb|hum|rum|vap|arm|endeav|savi|flav|od|parl|splend|tum|val|vig|cand|clam|demean|ferv|glam|ranc|rig|succ|ard|mould)our/u
const RULES: readonly (readonly [RegExp, string])[] = [
  [STEMS_IN_OUR, '$1or'],
  [/is(e|ed|es|ing|ation|ations|ational|er|ers)$/u, 'iz$1'],
  [/ys(e|ed|es|ing|er|ers)$/u, 'yz$1'],
  [/(cent|theat|fib|met|lit|calib|lust|meag|sab|scept|somb|spect|och)re(s|d)?$/u, '$1er$2'],
  [/ogue(s)?$/u, 'og$1'],
  [/^(.{4,}[aeiou])ll(ed|ing|er|ers|or|ors)$/u, '$1l$2'],
]
/** Letters that a scanner confuses: each pattern, and the letters that replace it for a comparison. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/rn|nn/gu, 'm'],
  [/cl/gu, 'd'],
  [/vv/gu, 'w'],
  [/[1|!ìí]/gu, 'l'],
  [/i/gu, 'l'],
  [/0/gu, 'o'],
  [/5/gu, 's'],
  [/8/gu, 'b'],
  [/c/gu, 'e'],
]
const ASCII = /^[ -~]*$/
const ACCENTS = /\p{M}+/gu
/**
 * The shortest words that count as spellings of one word if one letter differs. Shorter words are probably two
 * different words.
 */
const LONG_WORD = 8

const americanOf = (word: string): string =>
  RULES.reduce((spelled, [pattern, letters]) => spelled.replace(pattern, letters), AMERICAN.get(word) ?? word)

/** Returns true if two words are the British and the American spelling of one word. */
export const isBritishAndAmerican = (one: string, other: string): boolean =>
  americanOf(one) === americanOf(other)

/**
 * Returns the letters of a wording. They are the same for "can not" and "cannot", "café" and "cafe", "its" and "it's".
 * Returns null for a wording with digits, because a point or another mark changes a number.
 */
export function lettersOf(words: readonly string[]): string | null {
  const joined = words.join('')
  if (/\p{N}/u.test(joined)) return null
  const plain = ASCII.test(joined) ? joined : joined.normalize('NFD').replace(ACCENTS, '')
  return plain.replace(/['.]/g, '')
}

/** Returns true if two words look alike to a scanner, or are long and differ in one letter. */
export function isMisspelling(one: string, other: string): boolean {
  const scanned = (word: string): string =>
    LOOKALIKES.reduce((seen, [pattern, letter]) => seen.replace(pattern, letter), word)
  if (one.length > 2 && other.length > 2 && /\p{L}/u.test(one + other) && scanned(one) === scanned(other))
    return true
  return (
    Math.min(one.length, other.length) >= LONG_WORD && one[0] === other[0] && differInOneLetter(one, other)
  )
}

/** Returns true if one letter is missing, added, different, or swapped with its neighbor. */
function differInOneLetter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  return (
    short.slice(at + 1) === long.slice(at + 1) ||
    (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2))
  )
}
