import type { FacetValue } from '../../features/statements/formats/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { countedValues } from '../parts/counted-values.ts'
import { TYPE_WORDS } from '../words/statements.ts'
import { searchUrl } from './address.ts'
import type { Search } from './read.ts'

/** The most values of a facet beside the results. */
const VALUES_MAX = 8

const FACET_TITLES = {
  official: 'Who',
  organization: 'For whom',
  publisher: 'Published by',
  type: 'How quoted',
} as const
type ShownFacet = keyof typeof FACET_TITLES

/** Draws the facets of a search: the most frequent values, each with a link that narrows the search to it. */
export function facets({ query, list }: Search): Content {
  const counted = list.page.facets
  if (!counted) return null
  const shown = (Object.keys(FACET_TITLES) as ShownFacet[]).filter(
    (name) => !query.has(name) && (counted[name]?.length ?? 0) > 1,
  )
  if (shown.length === 0) return null
  return html`<aside class="facets" aria-label="Narrow the results">${shown.map((name) =>
    countedValues(counted[name], {
      title: FACET_TITLES[name],
      most: VALUES_MAX,
      hrefOf: (value) => searchUrl(query, { [name]: value }),
      wordsOf: (one) => wordsOf(name, one),
    }),
  )}${counted.estimated && html`<p class="note">The numbers are estimates.</p>`}</aside>`
}

const wordsOf = (name: ShownFacet, { value, name: title }: FacetValue): string =>
  name === 'type' ? TYPE_WORDS[value as keyof typeof TYPE_WORDS] : (title ?? value)
