import type { Bounds } from '../../../../core/edtf.ts'
import { timeOf } from '../../../../core/tenure.ts'
import type { Tx } from '../../../../database/db.ts'
import type { Extraction } from '../../../../engine/index.ts'
import type { Utterance } from '../../../../record/statements/schema.ts'
import { type Bearer, holderOf, isDefinite, readingsOf } from './holder.ts'
import * as store from './store.sql.ts'

/** The rule of speakers whom a roster names by their office. */
const BY_OFFICE = 'roster/office'

/** Who speaks where an article names nobody but an office. */
export interface OfficeSpeakers {
  /** The utterance with its speaker named where the roster knows who that was; else as it is. */
  readonly name: (utterance: Utterance) => Utterance
  /** The id of the person; null where the utterance names somebody otherwise, or nobody is certain. */
  readonly officialOf: (utterance: Utterance) => string | null
}

const NOBODY: OfficeSpeakers = { name: (utterance) => utterance, officialOf: () => null }

/**
 * Looks up who held the offices that speakers are described by when their words were spoken: "the foreign secretary"
 * of last March is whoever it was then.
 */
export async function speakersByOffice(
  tx: Tx,
  text: string,
  utterances: readonly Utterance[],
  { people }: Extraction,
  published: Bounds | null,
): Promise<OfficeSpeakers> {
  const roles = new Set(utterances.filter(isDescribed).map(({ speaker }) => speaker.role ?? ''))
  if (roles.size === 0) return NOBODY
  const titles = [...roles].flatMap(readingsOf).map(({ title }) => title)
  const offices = await store.findOffices(tx, [...new Set(titles)])
  if (offices.length === 0) return NOBODY
  const bearers: Bearer[] = people.flatMap(({ knownId: official, roles: printed }) =>
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

/** Nobody is named, and a present office is. */
const isDescribed = ({ speaker }: Utterance): boolean =>
  speaker.attribution === 'none' &&
  speaker.kind === 'person' &&
  speaker.role !== null &&
  !speaker.former &&
  isDefinite({ mention: speaker.mention?.exact ?? '', role: speaker.role })
