/** People by party and state, or by trade: "the Oregon Republican", "the Ohio senator", "the striker". */

import { DEMONYM_WORDS, PLACE_FIRST_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import {
  decided,
  genderIn,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import { isBroughtUp, isOnlyBearer } from './bearers.ts'
import { isLightWord, sameHead } from './role-forms.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

const HEADS = new Set(
  'democrat republican independent lawmaker legislator congressman congresswoman senator governor representative'.split(
    ' ',
  ),
)
const PARTIES: ReadonlyMap<string, string> = new Map([
  ['democrat', 'd'],
  ['democratic', 'd'],
  ['republican', 'r'],
  ['gop', 'r'],
  ['independent', 'i'],
])
/** Offices of people who are called by their party alone. */
const POLITICAL =
  /^(?:sens?\.?|reps?\.?|govs?\.?|senator|representative|governor|president|mayor|candidate|nominee|congress(?:man|woman)|lawmaker|legislator|leader|whip|speaker|secretary|commissioner|treasurer|council(?:man|woman|or))$/
/** The numbers of mentions and paragraphs read before a description. */
const MENTIONS_BACK = 150
const PARAGRAPHS_BACK = 15

/**
 * Resolves a politician's party or state to the only person printed with both ("(D-Ore.)"). If there is none, resolves
 * to `nearest`, the person whom "he" would mean at this place. Printed words must not contradict that, and no other
 * person may hold the office.
 */
export function resolvePolitician(
  context: SpeakerContext,
  { role, definite, possessor, token }: Description,
  nearest: number,
): SpeakerDecision | null {
  const modifiers = role.words.slice(0, -1)
  const place = placeOf(modifiers)
  const light = modifiers.every(
    (word) =>
      isLightWord(word) || PARTIES.has(word) || place.split(' ').includes(word) || DEMONYM_WORDS.has(word),
  )
  if (!HEADS.has(role.head) || !definite || possessor.length > 0 || role.former || !light) return null
  const party = PARTIES.get(role.head) ?? modifiers.map((word) => PARTIES.get(word)).find(Boolean)
  if (party === undefined && place === '') return null
  const around = peopleBefore(context, token)
  const fitting = around.filter((person) => {
    const { affiliation } = context.cast.people[person] ?? {}
    return (
      affiliation && (!party || party === affiliation.party) && (place === '' || place === affiliation.place)
    )
  })
  if (fitting.length === 1) return decided(fitting[0] as number, 'description/affiliation')
  if (fitting.length > 1)
    return fitting.includes(nearest) && place === '' ? decided(nearest, 'description/epithet') : null
  const { affiliation } = context.cast.people[nearest] ?? {}
  if (nearest < 0 || affiliation) return null
  const holders = around.filter((person) => holds(context, person, role.head))
  const alone = holders.length === 1 || (holders.length > 1 && place === '')
  return alone && holders.includes(nearest) && !isElsewhere(context, nearest, place)
    ? decided(nearest, 'description/epithet')
    : null
}

/** Returns true if a printed role names another state: "Texas Senator Ann Lee" is not the Ohio senator. */
function isElsewhere({ cast }: SpeakerContext, person: number, place: string): boolean {
  if (place === '') return false
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const words = cast.mentions[index]?.role?.words ?? []
    const own = placeOf(words)
    return own !== '' && own !== place
  })
}

/** Descriptions of players and performers whom the text has named: "the defender", "the Oscar-winning actor". */
const TRADES = new Set(
  (
    'comic striker forward midfielder defender winger goalkeeper left-back right-back full-back centre-back fullback batsman bowler all-rounder ' +
    'quarterback linebacker pitcher catcher shortstop outfielder goaltender playmaker scrum-half fly-half sprinter swimmer cyclist golfer ' +
    'boxer wrestler jockey gymnast skier champion olympian medallist medalist actor actress singer rapper songwriter musician comedian ' +
    'novelist author playwright filmmaker billionaire tycoon businessman businesswoman entrepreneur pensioner grandmother grandfather'
  ).split(' '),
)

/**
 * Resolves "the defender" to `nearest`, the person whom "he" would mean at this place. Returns null if another role is
 * printed for that person: a manager is no defender.
 */
export function resolveTrade(
  context: SpeakerContext,
  { role, definite, owned, token }: Description,
  nearest: number,
): SpeakerDecision | null {
  const isParent = PARENT_OF.test(role.text)
  if (nearest < 0 || !definite || owned || !(isParent || (isTrade(role.head) && !role.text.includes(' of '))))
    return null
  if (
    !TRADES.has(role.head) &&
    !isParent &&
    !isOnlyBearer(context, role.head, Math.max(0, token - REACH), token)
  )
    return null
  if (isBroughtUp(context.words, role.head, Math.max(0, token - REACH), token)) return null
  const known = genderIn(context, nearest)
  const wanted = ROLE_GENDERS.get(isParent ? (role.head.split('-')[0] as string) : role.head)
  if (wanted !== undefined && known !== null && known !== wanted) return null
  const others = (context.cast.people[nearest]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const printed = context.cast.mentions[index]?.role
    if (isParent || printed == null || TRADES.has(printed.head)) return false
    return !(TRADES.has(role.head) ? PLAYERS : SCHOLARS).has(printed.head)
  })
  return others ? null : decided(nearest, 'description/epithet')
}

/** Nouns for a person by learning or calling: "the toxicologist", "the lawmaker". */
const CALLINGS =
  /(?:ologist|physicist|chemist|scientist|economist|historian|linguist|academic|scholar|clergyman|cleric|monk|nun|lawmaker|politician|legislator|parliamentarian|activist|campaigner|novelist|poet|painter|sculptor|baker|fisherman|beekeeper|midwife|veteran|retiree|teenager)$/
const isTrade = (head: string): boolean => TRADES.has(head) || CALLINGS.test(head)

/** Roles that a person of a calling can hold as well. */
const SCHOLARS = new Set(
  'professor prof. researcher author co-author director head fellow expert lecturer founder chair member brother sister father rev. reverend hon. senator mp representative minister candidate leader coach teacher'.split(
    ' ',
  ),
)

/** The number of tokens before a description in which no other person may have its noun. */
const REACH = 1000

/** Roles that a player can hold as well. */
const PLAYERS = new Set(
  'captain skipper vice-captain player international footballer cricketer debutant substitute'.split(' '),
)

/** "the mother of four", "the father-of-two" */
const PARENT_OF =
  /^(?:single |married )?(?:mother|father|mum|mom|dad)[ -]of[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)$/i

function placeOf(modifiers: readonly string[]): string {
  for (const [index, word] of modifiers.entries()) {
    const two = `${word} ${modifiers[index + 1] ?? ''}`
    if (PLACE_FIRST_WORDS.has(word) && PLACE_NAMES.has(two)) return two
    if (PLACE_NAMES.has(word)) return word
  }
  return ''
}

/** Returns the people named within reach before a token. */
function peopleBefore({ cast, words }: SpeakerContext, token: number): number[] {
  const people = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || paragraphOf(words, token) - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if (mention.person >= 0) people.add(mention.person)
  }
  return [...people]
}

/** Returns true if a printed role of a person is the office, or any political office if `head` is a party. */
function holds({ cast }: SpeakerContext, person: number, head: string): boolean {
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const role = cast.mentions[index]?.role
    return role && (sameHead(head, role.head) || (PARTIES.has(head) && POLITICAL.test(role.head)))
  })
}
