import type { NothingFound } from '../../features/statements/formats/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { counted, dayInWords, number } from '../words/dates.ts'
import { searchUrlOf } from './address.ts'

const FILTER_WORDS: Readonly<Record<string, string>> = {
  official: 'the person',
  organization: 'the organization',
  article: 'the article',
  publisher: 'the publisher',
  type: 'the kind of statement',
  polarity: 'said or denied',
  status: 'the review status',
  attribution: 'the speaker',
  said_from: 'the first date of the words',
  said_to: 'the last date of the words',
  said_basis: 'the kind of date',
  published_from: 'the first date of publication',
  published_to: 'the last date of publication',
  min_confidence: 'the confidence',
  q: 'the words',
  vanished: 'the removed statements',
}

/** Explains an empty result: how many statements there are without each condition, and what the record covers. */
export function nothing(found: NothingFound | undefined): Content {
  if (!found)
    return html`<div class="empty"><h2>Nothing is on record yet</h2><p>Send an article to the service first.</p></div>`
  const { covers, without, note } = found
  const better = without.filter(({ statements }) => statements > 0)
  return html`<div class="empty"><h2>Nothing on record matches</h2>
${
  better.length > 0 &&
  html`<p>Leave one condition out:</p><ul>${better.map(
    ({ parameter, statements, capped, url }) =>
      html`<li><a href="${searchUrlOf(url)}">without ${FILTER_WORDS[parameter] ?? parameter}</a>: ${capped ? `more than ${number(statements)} statements` : counted(statements, 'statement')}</li>`,
  )}</ul>`
}
<p>${note}</p>
<p>${coverageInWords(covers)}</p></div>`
}

/** Returns what the record covers, in a sentence. */
export function coverageInWords({
  articles,
  publishers,
  first_published,
  last_published,
}: NothingFound['covers']): string {
  if (articles === 0) return 'The record has no articles yet.'
  const from = publishers > 0 ? ` from ${counted(publishers, 'publisher')}` : ''
  const period =
    first_published && last_published
      ? first_published === last_published
        ? `, published on ${dayInWords(first_published)}`
        : `, published between ${dayInWords(first_published)} and ${dayInWords(last_published)}`
      : ''
  return `The record has ${counted(articles, 'article')}${from}${period}.`
}
