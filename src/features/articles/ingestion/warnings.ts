import type { Completeness } from './html/walls.ts'
import type { Evidence, PublishedOnPage } from './metadata/read-metadata.ts'
import type { Warning } from './schema.ts'

/** Returns whether a text can be only the beginning of its article. */
export const isBeginning = (warnings: readonly Warning[]): boolean =>
  warnings.some(({ code }) => code === 'beginning_only')

const LONGEST_SHOWN = 80

/**
 * Returns the warnings about a page.
 * @param isDated true if the article has a date of publication, from the page or from the caller.
 */
export function warningsAbout(
  { refused, differs, evidence }: PublishedOnPage,
  completeness: Completeness,
  isDated: boolean,
): Warning[] {
  const warnings: Warning[] = []
  const [wrong] = refused
  if (wrong)
    warnings.push({ code: 'published_refused', detail: `${shown(wrong)} cannot be the date of publication.` })
  if (!isDated)
    warnings.push({
      code: 'published_missing',
      detail:
        'The page has no date of publication, so words such as "yesterday" stay undated. Send "published".',
    })
  else if (differs && evidence)
    warnings.push({
      code: 'published_differs',
      detail: `${shown(evidence)} was read, but ${shown(differs)} is another day. If it is right, correct the article.`,
    })
  if (completeness === 'beginning')
    warnings.push({
      code: 'beginning_only',
      detail: 'The publisher marks the article as closed, so the text can be only its beginning.',
    })
  return warnings
}

const shown = ({ element, value }: Evidence): string => `“${value.slice(0, LONGEST_SHOWN)}” (${element})`
