/** The fewest characters of a link that is a sentence of the article. Shorter links lead to other articles. */
const SENTENCE_LEAST = 80
const SENTENCE = /[“”"«»]|[.!?…]\s*$/

/**
 * Removes links around whole sentences from HTML while it is written. Readability takes paragraphs that are links for
 * menus, and drops them. Links in lists stay.
 * @param out the pieces of the written HTML.
 */
export function createSentenceLinks(out: string[]) {
  let link: { readonly at: number; text: string } | null = null
  let lists = 0
  return {
    /** Must be called before the start tag is written. */
    open(name: string): void {
      if (name === 'li' || name === 'nav') lists++
      if (name === 'a') link = lists === 0 ? { at: out.length, text: '' } : null
    },
    text(text: string): void {
      if (link) link.text += text
    },
    /** Returns whether the end tag is written. */
    close(name: string): boolean {
      if (name === 'li' || name === 'nav') lists--
      if (name !== 'a' || !link) return true
      const { at, text } = link
      link = null
      if (text.length < SENTENCE_LEAST || !SENTENCE.test(text)) return true
      out[at] = ''
      return false
    },
  }
}
