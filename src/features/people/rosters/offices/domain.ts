import type { Bounds } from '../../../../core/edtf.ts'
import { timeOf } from '../../../../core/tenure.ts'
import type { Tx } from '../../../../database/db.ts'
import type { Extraction } from '../../../../engine/index.ts'
import type { Utterance } from '../../../../record/utterances/schema.ts'
import { holderOf, isDefinite, readingsOf, type TitledPerson } from './holder.ts'
import * as store from './store.sql.ts'

/** The name of the rule for speakers who are known by their office in a roster. */
const BY_OFFICE = 'roster/office'

/** The speakers whom an article describes only by their office. */
export interface OfficeSpeakers {
  /** Returns the utterance with its speaker if that is known; else unchanged. */
  readonly name: (utterance: Utterance) => Utterance
  /**
   * Returns the id of the speaker; null if the utterance names a person, or if the holder of the office is uncertain.
   */
  readonly officialOf: (utterance: Utterance) => string | null
}

const NOT_KNOWN: OfficeSpeakers = { name: (utterance) => utterance, officialOf: () => null }

/**
 * Finds the speakers whom an article describes by their office, from the day of the words. "the foreign secretary" of
 * last March is the person who held the office then.
 */
export async function speakersByOffice(
  tx: Tx,
  text: string,
  utterances: readonly Utterance[],
  { people }: Extraction,
  published: Bounds | null,
): Promise<OfficeSpeakers> {
  const roles = new Set(utterances.filter(isDescribed).map(({ speaker }) => speaker.role ?? ''))
  if (roles.size === 0) return NOT_KNOWN
  const titles = [...roles].flatMap(readingsOf).map(({ title }) => title)
  const offices = await store.findOffices(tx, [...new Set(titles)])
  if (offices.length === 0) return NOT_KNOWN
  const bearers: TitledPerson[] = people.flatMap(({ knownId: official, roles: printed }) =>
    printed.map((role) => ({ officialId: official, role: role.text })),
  )
  const officialOf = (utterance: Utterance): string | null => {
    const { speaker, said } = utterance
    if (!isDescribed(utterance) && speaker.rule !== BY_OFFICE) return null
    const { mention, role, organization } = speaker
    const description = { mention: mention?.exact ?? '', role: role ?? '', organization }
    return holderOf(text, offices, description, timeOf(said, published), bearers)
  }
  return {
    officialOf,
    name: (utterance) =>
      officialOf(utterance) === null
        ? utterance
        : { ...utterance, speaker: { ...utterance.speaker, attribution: 'named', rule: BY_OFFICE } },
  }
}

/** Returns whether an utterance has a current office but no name of a person. */
const isDescribed = ({ speaker }: Utterance): boolean =>
  speaker.attribution === 'none' &&
  speaker.kind === 'person' &&
  speaker.role !== null &&
  !speaker.former &&
  isDefinite({ mention: speaker.mention?.exact ?? '', role: speaker.role })
