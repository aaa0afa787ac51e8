import { z } from 'zod'
import { reason } from '../../../http/writes.ts'
import { safeText } from '../../../input/values.ts'
import { undoBody } from '../../people/identity/parameters.ts'
import { address, articleDetails } from '../ingestion/parameters.ts'

const OTHER_URI = /^(urn|tag):\S+$/

/** A web address, or the `uri` of a ninjs item, such as urn:newsml:gazette.example:1. */
const location = z.union([
  address,
  safeText(2000, 1).regex(OTHER_URI, 'Must begin with http://, https://, urn: or tag:.'),
])

/** The body of PATCH /v1/articles/{id}. */
export const articleCorrectionBody = z
  .strictObject({
    reason,
    ...articleDetails,
    url: location
      .meta({ type: 'string', format: 'uri' })
      .nullish()
      .describe('Where the article was published. No two articles have the same URL.'),
  })
  .refine(
    ({ reason: _reason, ...edit }) => Object.values(edit).some((value) => value !== undefined),
    'Give at least one correction in addition to the reason.',
  )
  .meta({
    examples: [{ reason: 'The date was printed below the headline.', published: '2025-01-15', byline: null }],
  })

/** The body of POST /v1/articles/{id}/undo. */
export const articleUndoBody = undoBody.meta({ examples: [{ reason: 'The first date was right.' }] })
