import type { Bounds } from '../../../core/edtf.ts'
import { fold } from '../../../core/names.ts'
import {
  COMMON_BODY_WORDS,
  COMMON_OFFICES,
  FULL_TIME,
  KINDS_OF_WORD,
  NO_BODY,
  SAME_OFFICE,
  SEATS,
  type TitleKind,
} from './title-kinds.ts'

/** An office as it is compared: a title as printed or recorded, and the organization where that is known. */
export interface Office {
  readonly title: string
  /** The organization's id; null where none is known. */
  readonly organization: string | null
}

/** An office somebody is on record with. Days are null where nobody knows. */
export interface HeldOffice extends Office {
  readonly from: string | null
  readonly to: string | null
}

/** An office printed beside a name. */
export interface PrintedOffice extends Office {
  /** The article calls it a former one: it was held before, nobody knows when. */
  readonly former: boolean
}

/**
 * What two offices say of whether one person holds them. agrees: they are one office, or of one body; compatible: of
 * one field, so that a career leads from one to the other; conflicts: two full-time callings in different bodies at one
 * time; doubtful: different fields with less against them, or one seat in two places; silent: nothing either way.
 */
export type Relation = 'agrees' | 'compatible' | 'conflicts' | 'doubtful' | 'silent'

type Comparison = 'same' | 'different' | 'unknown'

/** @param published when the article was published, null where nobody knows. */
export function relate(printed: PrintedOffice, held: HeldOffice, published: Bounds | null): Relation {
  const [here, there] = [read(printed.title), read(held.title)]
  const body = compareBodies(printed, held, here, there)
  if (body === 'same') return 'agrees'
  const shared = here.offices.filter((office) => there.offices.includes(office))
  if (body === 'unknown' && shared.some((office) => !COMMON_OFFICES.has(office))) return 'agrees'
  const kind = compareKinds(here, there)
  const isAtOneTime = isAtOnce(printed, held, published)
  if (kind === 'same') {
    const isTwoSeats = body === 'different' && isAtOneTime && shared.some((office) => SEATS.has(office))
    return isTwoSeats ? 'doubtful' : 'compatible'
  }
  if (kind === 'unknown' || !isAtOneTime) return 'silent'
  const areFullTime = [...here.kinds, ...there.kinds].every((one) => FULL_TIME.has(one))
  return body === 'different' && areFullTime ? 'conflicts' : 'doubtful'
}

interface ReadTitle {
  /** The words for offices in it, each in one form. */
  readonly offices: readonly string[]
  readonly kinds: ReadonlySet<TitleKind>
  /** The capitalised words in it that name a body or a place, folded. */
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

/** Spokespeople speak for bodies of every field. */
const kindsOf = (offices: readonly string[], kinds: ReadonlySet<TitleKind>): ReadonlySet<TitleKind> =>
  offices.includes('spokesperson') ? new Set() : kinds

function compareBodies(a: Office, b: Office, here: ReadTitle, there: ReadTitle): Comparison {
  if (a.organization !== null && a.organization === b.organization) return 'same'
  const [one, other] = [telling(here.body), telling(there.body)]
  if (one.length > 0 && other.length > 0) {
    const shared = one.filter((word) => other.includes(word)).length
    if (shared === Math.min(one.length, other.length)) return 'same'
    return shared === 0 ? 'different' : 'unknown'
  }
  return a.organization !== null && b.organization !== null ? 'different' : 'unknown'
}

/** The words of a body's name that tell it from others. */
const telling = (words: readonly string[]): string[] => words.filter((word) => !COMMON_BODY_WORDS.has(word))

function compareKinds(here: ReadTitle, there: ReadTitle): Comparison {
  if (here.kinds.size === 0 || there.kinds.size === 0) return 'unknown'
  for (const kind of here.kinds) if (there.kinds.has(kind)) return 'same'
  return 'different'
}

/** Whether the two may be held at one time: nothing says that one was over before the other began. */
function isAtOnce(printed: PrintedOffice, held: HeldOffice, published: Bounds | null): boolean {
  if (printed.former) return false
  if (held.to !== null && published?.earliest != null && held.to < published.earliest) return false
  return !(held.from !== null && published?.latest != null && held.from > published.latest)
}
