/** The inflected forms of English verbs, from their dictionary form. */

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing'

/** Past and past participle where they are not regular; the participle is left out where it equals the past. */
const IRREGULAR: Readonly<Record<string, readonly [string, string?]>> = {
  begin: ['began', 'begun'],
  cry: ['cried'],
  feel: ['felt'],
  find: ['found'],
  forecast: ['forecast'],
  foresee: ['foresaw', 'foreseen'],
  go: ['went', 'gone'],
  hit: ['hit'],
  lay: ['laid'],
  let: ['let'],
  make: ['made'],
  put: ['put'],
  read: ['read'],
  say: ['said'],
  set: ['set'],
  shoot: ['shot'],
  show: ['showed', 'shown'],
  sing: ['sang', 'sung'],
  speak: ['spoke', 'spoken'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  tell: ['told'],
  think: ['thought'],
  write: ['wrote', 'written'],
}

/** Verbs of one stressed last syllable that double their last letter. */
const DOUBLING = new Set(
  'admit beg brag chat grin hit jab let nod permit put plan prod quip rebut refer rip set slam slip sum quiz'.split(
    ' ',
  ),
)

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

/** Every form of a verb: `say` gives say, says, said, saying. */
export function formsOf(lemma: string): readonly (readonly [string, VerbForm])[] {
  const irregular = IRREGULAR[lemma]
  const past = irregular?.[0] ?? regularPast(lemma)
  const forms: [string, VerbForm][] = [
    [lemma, 'base'],
    [thirdPerson(lemma), 'third'],
    [past, 'past'],
    [ingForm(lemma), 'ing'],
  ]
  if (irregular?.[1]) forms.push([irregular[1], 'participle'])
  return forms
}

function thirdPerson(lemma: string): string {
  if (lemma === 'quiz') return 'quizzes'
  if (lemma.endsWith('y') && !isVowel(lemma.at(-2))) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (lemma.endsWith('y') && !isVowel(lemma.at(-2))) return `${lemma.slice(0, -1)}ied`
  return `${stem(lemma)}ed`
}

function ingForm(lemma: string): string {
  return lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma)
    ? `${lemma.slice(0, -1)}ing`
    : `${stem(lemma)}ing`
}

const stem = (lemma: string): string => (DOUBLING.has(lemma) ? lemma + lemma.at(-1) : lemma)
