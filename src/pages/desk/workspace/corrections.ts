import { parseEdtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import { SAID_BASES, STATEMENT_TYPES } from '../../../core/vocabulary.ts'
import type { Correction, SpeakerCorrection } from '../../../features/statements/review/schema.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { quotedPieces, readPieces } from './pieces.ts'

/** The fields of a form. */
export type Fields = Readonly<Record<string, string>>

const NAME_MAX = 300

const wrong = (detail: string): DomainError => new DomainError('invalid_body', detail)

/** Returns the correction of a speaker that a form asks for. @throws DomainError `invalid_body`. */
export function speakerCorrectionOf({ speaker = '', name = '', role = '' }: Fields): Correction {
  const [kind = '', slug = ''] = speaker.split(':')
  const printed = role.trim().slice(0, NAME_MAX)
  return { speaker: { ...chosen(kind, slug, name.trim()), role: printed === '' ? null : printed } }
}

function chosen(kind: string, slug: string, name: string): SpeakerCorrection {
  switch (kind) {
    case 'official':
      return { official: slug }
    case 'organization':
      return { official: null, organization: slug, attribution: 'organization' }
    case 'name':
      if (name === '' || name.length > NAME_MAX)
        throw wrong(`Give the full name of the person, with at most ${NAME_MAX} characters.`)
      return { name }
    case 'none':
      return { official: null, organization: null, attribution: 'none' }
    default:
      throw wrong('Choose who said it.')
  }
}

/** Returns the correction of the words and their kind that a form asks for. @throws DomainError `invalid_body`. */
export function wordsCorrectionOf(fields: Fields, { quoted }: Statement, text: string): Correction {
  const type = STATEMENT_TYPES.find((one) => one === fields['type'])
  const pieces = readPieces(fields['pieces'] ?? '', text)
  if (!type) throw wrong('Choose the kind of the words.')
  if (!pieces) throw wrong('The places of the words are not in the text. Load the page again.')
  const found = quotedPieces(pieces, type, text, quoted)
  if (type === 'mixed' && found.quoted.length === 0)
    throw wrong(
      'These words have no quotation marks in them. Choose “paraphrase”, or take in the quoted words.',
    )
  return { type, ...found }
}

/** Returns the correction of the date that a form asks for. @throws DomainError `invalid_body`. */
export function dateCorrectionOf({ edtf = '', basis = '', phrase }: Fields, { said }: Statement): Correction {
  const date = parseEdtf(edtf.trim())
  const known = SAID_BASES.find((one) => one === basis)
  if (!date) throw wrong('The date is not one. Write it like 2024-09-05, 2024-09 or ../2025-01.')
  if (!known) throw wrong('Choose how the date is known.')
  return { said: { edtf: date, basis: known, expression: phrase === undefined ? null : said.expression } }
}
