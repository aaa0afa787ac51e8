import type { Bounds } from '../../../core/edtf.ts'
import { fold } from '../../../core/names.ts'
import {
  COMMON_BODY_WORDS,
  COMMON_OFFICES,
  FULL_TIME,
  KINDS_OF_WORD,
  NO_BODY,
  OFFICES_OF_PLACES,
  SAME_OFFICE,
  type TitleKind,
} from './title-kinds.ts'

/** An office to compare: a title as printed or recorded, and its organization if known. */
interface Office {
  readonly title: string
  /** The id of the organization; null if unknown. */
  readonly organization: string | null
}

/** An office that a person on record holds or held. A day is null if unknown. */
export interface HeldOffice extends Office {
  readonly from: string | null
  readonly to: string | null
}

/** An office printed beside a name. */
export interface PrintedOffice extends Office {
  /** True if the article calls the office a former office. It then ended before publication. */
  readonly former: boolean
}

/**
 * The evidence of two offices about whether their holders are one person.
 * agrees: they are one office, or offices of one body.
 * compatible: they belong to one field, so one career can include both.
 * contradicts: they are full-time occupations in different bodies at the same time.
 * doubtful: there is weaker evidence against one person, or both are one kind of seat in two places.
 * silent: there is no evidence.
 */
export type Relation = 'agrees' | 'compatible' | 'contradicts' | 'doubtful' | 'silent'

type Comparison = 'same' | 'different' | 'unknown'

/**
 * Compares a printed office with an office on record.
 * @param published the date of publication; null if unknown.
 */
export function compareOffices(printed: PrintedOffice, held: HeldOffice, published: Bounds | null): Relation {
  const [here, there] = [read(printed.title), read(held.title)]
  const body = compareBodies(printed, held, here, there)
  if (body === 'same') return 'agrees'
  const shared = here.offices.filter((office) => there.offices.includes(office))
  if (body === 'unknown' && shared.some((office) => !COMMON_OFFICES.has(office))) return 'agrees'
  const kind = compareKinds(here, there)
  const isAtOneTime = isAtOnce(printed, held, published)
  if (kind === 'same') {
    const isTwoSeats =
      body === 'different' && isAtOneTime && shared.some((office) => OFFICES_OF_PLACES.has(office))
    return isTwoSeats ? 'doubtful' : 'compatible'
  }
  if (kind === 'unknown' || !isAtOneTime) return 'silent'
  const areFullTime = [...here.kinds, ...there.kinds].every((one) => FULL_TIME.has(one))
  return body === 'different' && areFullTime ? 'contradicts' : 'doubtful'
}

interface ReadTitle {
  /** The words of the title that name offices, each in its canonical form. */
  readonly offices: readonly string[]
  readonly kinds: ReadonlySet<TitleKind>
  /** The capitalized words of the title that name a body or a place, folded. */
  readonly body: readonly string[]
}

function read(title: string): ReadTitle {
  const offices: string[] = []
  const kinds = new Set<TitleKind>()
  const body: string[] = []
  for (const printed of title.match(/[\p{L}\p{N}]+(?:[-.’'][\p{L}\p{N}]+)*/gu) ?? []) {
    const word = fold(printed)
    const office = SAME_OFFICE.get(word) ?? word
    const found = KINDS_OF_WORD.get(office) ?? KINDS_OF_WORD.get(word)
    for (const kind of found ?? []) kinds.add(kind)
    if (found || SAME_OFFICE.has(word) || word === 'spokesperson') offices.push(office)
    else if (/^\p{Lu}/u.test(printed) && !NO_BODY.has(word)) body.push(word)
  }
  return {
    offices: offices.includes('spokesperson') ? ['spokesperson'] : offices,
    kinds: kindsOf(offices, kinds),
    body,
  }
}

/** Returns the kinds of a title. A spokesperson can work in any field, so that title has none. */
const kindsOf = (offices: readonly string[], kinds: ReadonlySet<TitleKind>): ReadonlySet<TitleKind> =>
  offices.includes('spokesperson') ? new Set() : kinds

function compareBodies(a: Office, b: Office, here: ReadTitle, there: ReadTitle): Comparison {
  if (a.organization !== null && a.organization === b.organization) return 'same'
  const [one, other] = [distinctive(here.body), distinctive(there.body)]
  if (one.length > 0 && other.length > 0) {
    const shared = one.filter((word) => other.includes(word)).length
    if (shared === Math.min(one.length, other.length)) return 'same'
    return shared === 0 ? 'different' : 'unknown'
  }
  return a.organization !== null && b.organization !== null ? 'different' : 'unknown'
}

/** Returns the words that distinguish the name of a body from other names. */
const distinctive = (words: readonly string[]): string[] =>
  words.filter((word) => !COMMON_BODY_WORDS.has(word))

function compareKinds(here: ReadTitle, there: ReadTitle): Comparison {
  if (here.kinds.size === 0 || there.kinds.size === 0) return 'unknown'
  for (const kind of here.kinds) if (there.kinds.has(kind)) return 'same'
  return 'different'
}

/** Returns true if a person can hold both offices at the same time, because neither ended before the other began. */
function isAtOnce(printed: PrintedOffice, held: HeldOffice, published: Bounds | null): boolean {
  if (printed.former) return false
  if (held.to !== null && published?.earliest != null && held.to < published.earliest) return false
  return !(held.from !== null && published?.latest != null && held.from > published.latest)
}
