import type { FacetValue } from '../../features/statements/formats/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { number } from '../words/dates.ts'

/** How a list of counted values is drawn. */
export interface CountedValues {
  readonly title: string
  /** The most values. */
  readonly most: number
  /** Returns the address of a value. */
  readonly hrefOf: (value: string) => string
  /** Returns the words of a value. Default: its name. */
  readonly wordsOf?: (value: FacetValue) => string
}

const nameOf = ({ name, value }: FacetValue): string => name ?? value

/** Draws the most frequent values of a facet with their counts, each as a link. Draws nothing if there are none. */
export const countedValues = (
  values: readonly FacetValue[] | undefined,
  { title, most, hrefOf, wordsOf = nameOf }: CountedValues,
): Content =>
  values &&
  values.length > 0 &&
  html`<section><h2>${title}</h2><ul>${values
    .slice(0, most)
    .map(
      (one) =>
        html`<li><a href="${hrefOf(one.value)}"><bdi>${wordsOf(one)}</bdi></a> <span class="count">${number(one.count)}</span></li>`,
    )}</ul></section>`
