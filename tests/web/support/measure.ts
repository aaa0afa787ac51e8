import axe from 'axe-core'
import type { Page } from 'playwright-core'

// The functions that run in the page are texts, because the types of this repository are those of Node.js.

/** The rules of WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Returns what axe finds on a page: each broken rule with the elements that break it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | '))
  })()`)
}

/** Returns how far a page is wider than its window, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Returns the links and controls that are smaller than 24 by 24 CSS pixels, unless they stand in a sentence. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const isInSentence = (element) => {
      const parent = element.closest('p, li, dd, td, th, h1, h2, h3, blockquote, span.note')
      if (!parent || getComputedStyle(element).display !== 'inline') return false
      return parent.textContent.trim().length > element.textContent.trim().length
    }
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, textarea')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => {
        if (box.width === 0 || element.classList.contains('skip') || isInSentence(element)) return false
        return box.height < 23.9 || box.width < 23.9
      })
      .map(({ element, box }) => element.outerHTML.slice(0, 120) + ' ' + Math.round(box.width) + ' × ' + Math.round(box.height))
  })()`)

/** Returns where the focus is, whether it is in the window and not covered, and how it is drawn. */
export const focusOf = (page: Page) =>
  page.evaluate<{ isVisible: boolean; isCovered: boolean; outline: string }>(`(() => {
    const element = document.activeElement
    const { top, bottom, left, width, height } = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    return {
      isVisible: bottom > 0 && top < innerHeight,
      isCovered: seen !== null && !element.contains(seen) && !seen.contains(element),
      outline: outlineStyle + ' ' + outlineWidth,
    }
  })()`)

/** Returns the marked words of each statement of an article, by the id of the statement. */
export const markedWords = (page: Page): Promise<Record<string, string>> =>
  page.evaluate<Record<string, string>>(`Object.fromEntries(
    [...document.querySelectorAll('.ref')].map((reference) => {
      const id = reference.id.slice(2)
      const number = document.getElementById('n-' + id).querySelector('.back').lastChild.textContent
      const own = [...document.querySelectorAll('.text .q')].filter((mark) => mark.dataset.n.split(' ').includes(number))
      return [id, own.map((mark) => mark.textContent).join('')]
    }),
  )`)

/** Returns the text of an article as the page shows it, without the numbers of the statements. */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const copy = document.getElementById('text').cloneNode(true)
    for (const reference of copy.querySelectorAll('.ref')) reference.remove()
    return [...copy.children].map((paragraph) => paragraph.textContent).join('')
  })()`)
