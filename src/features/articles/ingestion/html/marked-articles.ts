type Attributes = Readonly<Record<string, string>>

/** An element that the page marks as its article. */
export interface MarkedArticle {
  readonly html: string
  /** The texts of its paragraphs, and their length. */
  readonly paragraphs: readonly string[]
  readonly characters: number
}

interface Marked {
  readonly rank: number
  readonly depth: number
  readonly start: number
  end: number
  /** The place of its first and behind its last paragraph. */
  readonly first: number
  last: number
  characters: number
}

/** The most marked elements of a page, and the shortest text of a paragraph of an article. */
const MARKED_MAX = 200
const PARAGRAPH_LEAST = 40
/** Elements with other content than the article. */
const ASIDE: ReadonlySet<string> = new Set(['aside', 'footer', 'nav'])

/** Finds the elements that a page marks as its article while the page is rewritten. */
export function createMarkedArticles() {
  const found: Marked[] = []
  const open: Marked[] = []
  const paragraphs: string[] = []
  let depth = 0
  let asides = 0
  let text: string | null = null
  return {
    /** @param at the place in the rewritten page. */
    open(name: string, attributes: Attributes, at: number): void {
      depth++
      if (ASIDE.has(name)) asides++
      if (name === 'p' && asides === 0) text = ''
      const rank = rankOf(name, attributes)
      if (rank === 0 || found.length >= MARKED_MAX) return
      const marked = { rank, depth, start: at, end: at, first: paragraphs.length, last: 0, characters: 0 }
      found.push(marked)
      open.push(marked)
    },
    text(piece: string): void {
      if (text !== null) text += piece
    },
    close(name: string, at: number): void {
      if (name === 'p' && text !== null) {
        const paragraph = text.replace(/\s+/g, ' ').trim()
        text = null
        if (paragraph.length >= PARAGRAPH_LEAST) {
          paragraphs.push(paragraph)
          for (const marked of open) marked.characters += paragraph.length
        }
      }
      const last = open.at(-1)
      if (last?.depth === depth) {
        open.pop()
        last.end = at
        last.last = paragraphs.length
      }
      if (ASIDE.has(name)) asides--
      depth--
    },
    /** Returns the article with the best mark and the most text. */
    best(): (Omit<MarkedArticle, 'html'> & { readonly start: number; readonly end: number }) | null {
      const [best] = found
        .filter(({ characters }) => characters > 0)
        .sort((a, b) => b.rank - a.rank || b.characters - a.characters)
      if (!best) return null
      const { start, end, first, last, characters } = best
      return { start, end, characters, paragraphs: paragraphs.slice(first, last) }
    },
  }
}

/** Returns how surely an element is the article: 3 for a body in microdata, 2 for an article, 1 for main, 0 for others. */
function rankOf(name: string, attributes: Attributes): number {
  if (/\barticlebody\b/i.test(attributes['itemprop'] ?? '')) return 3
  if (name === 'article') return 2
  return name === 'main' ? 1 : 0
}
