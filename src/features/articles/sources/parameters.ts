import { z } from 'zod'
import { choice, safeText } from '../../../input/values.ts'
import { address, articleDetails } from '../ingestion/parameters.ts'
import type { SourceSettings } from './schema.ts'

const INTERVAL_MIN = 5
const INTERVAL_MAX = 10_080
const FIRST_ENTRIES_MAX = 1000
const TIME_ZONE_MAX = 60

/** The settings of a source whose caller gives none. */
export const DEFAULT_SETTINGS: SourceSettings = {
  publisher: null,
  language: null,
  time_zone: null,
  interval_minutes: 15,
  first_entries: 20,
}

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

const settings = {
  publisher: articleDetails.publisher.describe(
    'The publisher of all its articles. Default: what each page says.',
  ),
  language: articleDetails.language.describe(
    'The language of all its articles. Default: what each page says.',
  ),
  time_zone: safeText(TIME_ZONE_MAX, 1)
    .refine(isTimeZone, 'Must be a zone of the IANA database, such as America/New_York.')
    .nullish()
    .describe('The IANA zone of the publisher. It decides the day of times that the feed prints in UTC.'),
  interval_minutes: z
    .int()
    .min(INTERVAL_MIN)
    .max(INTERVAL_MAX)
    .optional()
    .describe('How often the feed is polled. Default: 15.'),
  first_entries: z
    .int()
    .min(0)
    .max(FIRST_ENTRIES_MAX)
    .optional()
    .describe('How many entries of the first poll are fetched, newest first. Default: 20.'),
} as const

export const newSourceBody = z
  .strictObject({
    url: address
      .meta({ type: 'string', format: 'uri' })
      .describe('A feed, a sitemap, or a page that names its feed.'),
    ...settings,
  })
  .meta({ examples: [{ url: 'https://gazette.example/feed.xml', publisher: 'The Gazette' }] })
export type NewSourceBody = z.output<typeof newSourceBody>

export const sourceBody = z
  .strictObject({
    ...settings,
    status: choice(['active', 'paused'], { description: 'With paused, nothing is fetched.' }).optional(),
  })
  .meta({ examples: [{ status: 'paused' }] })
export type SourceBody = z.output<typeof sourceBody>

export const sourceId = z.strictObject({ id: z.uuid().describe('The id of a source.') })
