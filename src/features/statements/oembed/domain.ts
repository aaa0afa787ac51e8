import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { API_INFO } from '../../../documentation/api.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import { escapeXml, speakerNameOf, titleOf } from '../formats/domain.ts'
import { statementIdIn } from './address.ts'
import { type CardLimits, cardOf, sizeOf } from './card.ts'
import type { Oembed } from './schema.ts'

export { OEMBED_FORMATS, OEMBED_PATH, oembedLinks } from './address.ts'
export { CARD_WIDTH } from './card.ts'

/** The time for which consumers may keep a card, in seconds. Later they notice a correction or a retraction. */
const CACHE_AGE = 3600

/**
 * Returns the card of the statement at an address.
 * @param origin the origin of the service, such as `https://quotes.example`.
 * @throws DomainError `not_found` if the address is not that of a statement here; `gone` as `getStatement` does.
 */
export async function getOembed(
  db: Db,
  address: string,
  origin: string,
  limits: CardLimits,
): Promise<Oembed> {
  const id = statementIdIn(address, origin)
  if (id === null)
    throw new DomainError(
      'not_found',
      `No statement has this address. Send the address of a statement of this service: ${origin}/v1/statements/{id}.`,
    )
  const statement = await getStatement(db, id)
  const speaker = speakerNameOf(statement)
  const { official } = statement.speaker
  const size = sizeOf(statement, limits)
  return {
    type: 'rich',
    version: '1.0',
    title: titleOf(statement),
    ...(speaker !== null && { author_name: speaker }),
    ...(official && { author_url: `${origin}/v1/officials/${official.slug}` }),
    provider_name: API_INFO.title,
    provider_url: origin,
    cache_age: CACHE_AGE,
    html: cardOf(statement, `${origin}${statement.url}`, size),
    ...size,
  }
}

/** Writes an oEmbed response as XML. */
export const toXml = (card: Oembed): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<oembed>',
    ...Object.entries(card).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`),
    '</oembed>\n',
  ].join('\n')
