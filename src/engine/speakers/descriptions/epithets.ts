/** People by party and place, and by their trade: "the Oregon Republican", "the Ohio senator", "the striker". */

import { DEMONYM_WORDS, PLACE_FIRST_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import {
  decided,
  genderIn,
  mentionBefore,
  paragraphOf,
  type SpeakerDecision,
  type SpeakerScene,
} from '../scene/scene.ts'
import { isLightWord, sameHead } from './descriptions.ts'

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
/** Offices of whoever is called by the party alone. */
const POLITICAL =
  /^(?:sens?\.?|reps?\.?|govs?\.?|senator|representative|governor|president|mayor|candidate|nominee|congress(?:man|woman)|lawmaker|legislator|leader|whip|speaker|secretary|commissioner|treasurer|council(?:man|woman|or))$/
/** Mentions looked at before a description, and paragraphs. */
const MENTIONS_BACK = 150
const PARAGRAPHS_BACK = 15

/**
 * Whom a politician's party or place means: the one person printed with both ("(D-Ore.)"); else `nearest`, whom "he"
 * would mean there, if nothing printed speaks against it and nobody else holds the office.
 */
export function resolvePolitician(
  scene: SpeakerScene,
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
  const around = peopleBefore(scene, token)
  const fitting = around.filter((person) => {
    const { affiliation } = scene.cast.people[person] ?? {}
    return (
      affiliation && (!party || party === affiliation.party) && (place === '' || place === affiliation.place)
    )
  })
  if (fitting.length === 1) return decided(fitting[0] as number, 'description/affiliation')
  if (fitting.length > 1)
    return fitting.includes(nearest) && place === '' ? decided(nearest, 'description/epithet') : null
  const { affiliation } = scene.cast.people[nearest] ?? {}
  if (nearest < 0 || affiliation) return null
  const holders = around.filter((person) => holds(scene, person, role.head))
  const alone = holders.length === 1 || (holders.length > 1 && place === '')
  return alone && holders.includes(nearest) && !isElsewhere(scene, nearest, place)
    ? decided(nearest, 'description/epithet')
    : null
}

/** "Texas Senator Ann Lee" is not the Ohio senator. */
function isElsewhere({ cast }: SpeakerScene, person: number, place: string): boolean {
  if (place === '') return false
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const words = cast.mentions[index]?.role?.words ?? []
    const own = placeOf(words)
    return own !== '' && own !== place
  })
}

/** What players and performers are called once they have been named: "the defender", "the Oscar-winning actor". */
const TRADES = new Set(
  (
    'striker forward midfielder defender winger goalkeeper left-back right-back full-back centre-back fullback batsman bowler all-rounder ' +
    'quarterback linebacker pitcher catcher shortstop outfielder goaltender playmaker scrum-half fly-half sprinter swimmer cyclist golfer ' +
    'boxer wrestler jockey gymnast skier champion olympian medallist medalist actor actress singer rapper songwriter musician comedian ' +
    'novelist author playwright filmmaker billionaire tycoon businessman businesswoman entrepreneur pensioner grandmother grandfather'
  ).split(' '),
)

/**
 * Whom "the defender" means: `nearest`, whom "he" would mean there, unless something else is printed of that person: a
 * manager is no defender.
 */
export function resolveTrade(
  scene: SpeakerScene,
  { role, definite, owned }: Description,
  nearest: number,
): SpeakerDecision | null {
  if (nearest < 0 || !definite || owned || !TRADES.has(role.head) || role.text.includes(' of ')) return null
  const known = genderIn(scene, nearest)
  const wanted = ROLE_GENDERS.get(role.head)
  if (wanted !== undefined && known !== null && known !== wanted) return null
  const others = (scene.cast.people[nearest]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const printed = scene.cast.mentions[index]?.role
    return printed != null && !TRADES.has(printed.head)
  })
  return others ? null : decided(nearest, 'description/epithet')
}

function placeOf(modifiers: readonly string[]): string {
  for (const [index, word] of modifiers.entries()) {
    const two = `${word} ${modifiers[index + 1] ?? ''}`
    if (PLACE_FIRST_WORDS.has(word) && PLACE_NAMES.has(two)) return two
    if (PLACE_NAMES.has(word)) return word
  }
  return ''
}

/** Everybody named before a token, not too far from it. */
function peopleBefore({ cast, words }: SpeakerScene, token: number): number[] {
  const people = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || paragraphOf(words, token) - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if (mention.person >= 0) people.add(mention.person)
  }
  return [...people]
}

/** True where one of somebody's printed roles is the office, or any political one for a party's name. */
function holds({ cast }: SpeakerScene, person: number, head: string): boolean {
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const role = cast.mentions[index]?.role
    return role && (sameHead(head, role.head) || (PARTIES.has(head) && POLITICAL.test(role.head)))
  })
}
