import { SUFFIXES, SURNAME_PARTICLES } from '../../../../core/name-words.ts'

/** An author, or a speaker, in the parts that citations need. */
export interface CitedName {
  /** The whole name, as printed. */
  readonly literal: string
  /** The family name with its particles: "van der Berg". Null for an organization, and for a name of one word. */
  readonly family: string | null
  readonly given: string | null
  /** "Jr." or null. */
  readonly suffix: string | null
}

const OPENING = /^\s*(?:(?:reported|written|story|reporting|text|words|edited)\s+)?by:?\s+/iu
const SEPARATOR = /\s*(?:[,;|/•·]|\s&\s|\s(?:and|with|und|et|y|e)\s)\s*/iu
/** Words of organizations and of jobs. A part of a byline with such a word names no person. */
const OTHER_WORDS =
  /\b(?:news|agency|agencies|press|staff|times|desk|team|service|bureau|office|board|editors?|reporters?|writers?|correspondents?|contributors?|monitoring|report|wire|media|network|broadcasting|radio|tv|post|herald|gazette|tribune|journal|magazine|web|online|digital|our|special|senior|chief|columnist|analyst|producer|photographer)\b/iu
const PLACE = /\s+(?:in|at|from)\s+\p{Lu}.*$/u
const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}.'’‘-]*$/u

/**
 * Parses a byline. Returns its people, without their jobs and places. If it names no person, returns its organizations.
 */
export function authorsOf(byline: string | null): CitedName[] {
  if (byline === null) return []
  const parts = byline
    .replace(OPENING, '')
    .split(SEPARATOR)
    .map((part) => part.replace(PLACE, '').trim())
    .filter((part) => part !== '')
  const isSuffix = (part: string): boolean => SUFFIXES.has(folded(part))
  const whole: string[] = []
  for (const part of parts) {
    if (isSuffix(part) && whole.length > 0) whole.push(`${whole.pop()}, ${part}`)
    else whole.push(part)
  }
  const people = whole.filter((part) => isPersonal(part))
  return people.length > 0 ? people.map(personOf) : whole.slice(0, 1).map(organizationOf)
}

const folded = (word: string): string => word.toLowerCase().replaceAll('.', '')

function isPersonal(name: string): boolean {
  const words = name.split(/[\s,]+/u)
  if (words.length < 2 || words.length > 6 || OTHER_WORDS.test(name)) return false
  return words.every((word) => NAME_WORD.test(word) && (!/^\p{Ll}/u.test(word) || isParticle(word)))
}

const isParticle = (word: string): boolean => SURNAME_PARTICLES.has(word.toLowerCase())

/** Returns an organization as a name, which is never inverted. */
export const organizationOf = (name: string): CitedName => ({
  literal: name,
  family: null,
  given: null,
  suffix: null,
})

/** Splits a personal name into given and family name. A name of one word, or without spaces, stays whole. */
export function personOf(name: string): CitedName {
  const words = name.replaceAll(',', ' ').split(/\s+/u).filter(Boolean)
  const isSuffixed = words.length > 2 && SUFFIXES.has(folded(words.at(-1)!))
  const suffix = isSuffixed ? words.pop()! : null
  if (words.length < 2) return { ...organizationOf(name), suffix: null }
  let family = words.length - 1
  while (family > 1 && isParticle(words[family - 1]!)) family--
  return {
    literal: name,
    family: words.slice(family).join(' '),
    given: words.slice(0, family).join(' '),
    suffix,
  }
}
