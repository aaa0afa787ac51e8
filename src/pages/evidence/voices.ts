import { type Content, html } from '../markup/html.ts'

/** The number of different colors and patterns. More speakers use them again. */
const VOICES = 6

/** The name for words without a speaker. */
export const UNNAMED = 'Speaker not named'

/** A speaker of a text, with the class of the marks. */
interface Voice {
  readonly name: string
  readonly className: string
  readonly count: number
}

/** Gives each speaker of a text a color and a pattern. @param names the speakers of the statements, in text order. */
export function voicesOf(names: readonly string[]) {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const different = [...counts.keys()]
  const classOf = (name: string): string =>
    name === UNNAMED ? 'v0' : `v${(different.indexOf(name) % VOICES) + 1}`
  const list = different.map((name): Voice => ({ name, className: classOf(name), count: counts.get(name)! }))
  return { list, classOf }
}

/** Draws the legend of the speakers of a text. */
export const voiceLegend = (list: readonly Voice[]): Content =>
  list.length > 0 &&
  html`<ul class="legend voices" aria-label="Speakers">${list.map(({ name, className, count }) => html`<li><span class="q ${className}" aria-hidden="true">abc</span> <bdi>${name}</bdi> <span class="count">${count}</span></li>`)}</ul>`
