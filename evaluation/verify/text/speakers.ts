import type { RecordedSpeaker } from '../../../src/compare/index.ts'
import type { Random } from '../random.ts'
import { BODIES, GIVEN_NAMES, PLACES, ROLES, SURNAMES } from './vocabulary.ts'

/** A speaker on record, with what is known of the name. */
export interface MadeSpeaker {
  readonly recorded: RecordedSpeaker
  /** Null for organizations. */
  readonly given: string | null
  readonly surname: string
  readonly gender: 'f' | 'm' | null
  readonly role: string
  readonly organization: string
}

const SHARE_OF_ORGANIZATIONS = 0.06
const MENS = /man$|master$|imam|bishop|rabbi/u
const WOMENS = /woman$/u
const plain = (words: string): string => words.replaceAll('-', ' ')

/** Makes speakers of different names. Some share a surname or a given name, as people do. */
export function makeSpeakers(count: number, random: Random): MadeSpeaker[] {
  const speakers = new Map<string, MadeSpeaker>()
  while (speakers.size < count) {
    const made = random.chance(SHARE_OF_ORGANIZATIONS) ? makeOrganization(random) : makePerson(random)
    speakers.set(made.recorded.name ?? made.organization, made)
  }
  return [...speakers.values()]
}

function makePerson(random: Random): MadeSpeaker {
  const [given, gender] = random.pick(GIVEN_NAMES) as [string, 'f' | 'm']
  const surname = random.pick(SURNAMES).replace('van-Wyk', 'van Wyk')
  const middle = random.chance(0.2) ? `${random.pick(GIVEN_NAMES)[0]} ` : ''
  const role = random.pick(ROLES.filter((title) => !(gender === 'f' ? MENS : WOMENS).test(title)))
  const organization = `${plain(random.pick(PLACES))} ${plain(random.pick(BODIES))}`
  const name = `${given} ${middle}${surname}`
  const mention = random.pick([
    surname,
    name,
    gender === 'f' ? 'she' : 'he',
    `${role} ${surname}`,
    `the ${role}`,
  ])
  const aliases = random.chance(0.15) ? [`${given[0]}. ${surname}`] : []
  const recorded = { name, aliases, roles: [role], organizations: [organization], mention, candidates: [] }
  return { recorded: { kind: 'person', ...recorded }, given, surname, gender, role, organization }
}

function makeOrganization(random: Random): MadeSpeaker {
  const organization = `${plain(random.pick(PLACES))} ${plain(random.pick(BODIES))}`
  const recorded = {
    name: null,
    aliases: [],
    roles: [],
    organizations: [organization],
    mention: `the ${organization}`,
  }
  return {
    recorded: { kind: 'organization', ...recorded, candidates: [] },
    ...{ given: null, surname: organization, gender: null, role: '', organization },
  }
}

/** The ways in which a text can name a speaker. */
export const CLAIM_FORMS = [
  'full name',
  'surname',
  'title and surname',
  'role and full name',
  'initial and surname',
  'without accents',
  'role alone',
  'organization',
  'pronoun',
] as const
export type ClaimForm = (typeof CLAIM_FORMS)[number]

/** Forms that say which person is meant. By a role or a pronoun alone, another person can rightly be meant. */
export const NAMING_FORMS: readonly ClaimForm[] = CLAIM_FORMS.slice(0, 6)

/** Writes who a speaker is in one of the forms; null if the speaker has no such form. */
export function claimOf(speaker: MadeSpeaker, form: ClaimForm): string | null {
  const { given, surname, gender, role, organization, recorded } = speaker
  if (given === null)
    return form === 'organization' ? `the ${organization}` : form === 'full name' ? organization : null
  const title = `${role[0]!.toUpperCase()}${role.slice(1)}`
  switch (form) {
    case 'full name':
      return recorded.name
    case 'surname':
      return surname
    case 'title and surname':
      return gender === 'f' ? `Ms. ${surname}` : `Mr ${surname}`
    case 'role and full name':
      return `${title} ${given} ${surname}`
    case 'initial and surname':
      return `${given[0]}. ${surname}`
    case 'without accents':
      return `${given} ${surname}`.normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'")
    case 'role alone':
      return `the ${role}`
    case 'organization':
      return `the ${organization}`
    case 'pronoun':
      return gender === 'f' ? 'she' : 'he'
  }
}

/** Returns true if the given name of another is also a given name of this speaker. */
const isAlsoNamed = ({ recorded }: MadeSpeaker, { given }: MadeSpeaker): boolean =>
  recorded.name!.split(' ').includes(given!)

/**
 * Selects another speaker, of whom a text would say that it is another: another name in this form. A person who shares
 * the surname is another person only where the given name shows.
 */
export function otherSpeaker(
  speaker: MadeSpeaker,
  form: ClaimForm,
  speakers: readonly MadeSpeaker[],
  random: Random,
): MadeSpeaker | null {
  const showsGiven = form === 'full name' || form === 'role and full name' || form === 'without accents'
  const showsInitial = form === 'initial and surname'
  for (let attempt = 0; attempt < 20; attempt++) {
    const other = random.pick(speakers)
    if (other.given === null || speaker.given === null || isAlsoNamed(speaker, other)) continue
    if (showsInitial && other.given[0] === speaker.given[0] && other.surname === speaker.surname) continue
    if (!showsGiven && !showsInitial && other.surname === speaker.surname) continue
    return other
  }
  return null
}
