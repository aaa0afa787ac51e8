import { readVisible } from './visible.ts'

const PULL_QUOTE = /(?:^|[\s_-])pull-?quotes?(?:$|[\s_-])|pullQuote/i
/** The most pull quotes, and the longest one, in UTF-16 code units. */
const QUOTES_MAX = 50
const LONGEST_QUOTE = 1000
/** The fewest letters and digits of a pull quote that is left out. */
const SHORTEST_QUOTE = 15

/** The elements with the speaker of a pull quote. */
const SOURCE: ReadonlySet<string> = new Set(['cite', 'footer', 'figcaption'])

type Attributes = Readonly<Record<string, string>>

const isPullQuote = (attributes: Attributes): boolean =>
  PULL_QUOTE.test((attributes['class'] ?? '').slice(0, 300))

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A pull quote, and the number of pull quotes within it. */
interface PullQuote {
  text: string
  inner: number
}

/**
 * Finds the pull quotes of a page whose words are in its text too. They would be statements twice.
 * @returns the function that decides, for the elements of the page in document order, whether one is left out.
 */
export function findDoubledPullQuotes(
  html: string,
  showsAriaHidden: boolean,
): (name: string, attributes: Attributes) => boolean {
  if (!/pull-?quote/i.test(html)) return () => false
  const { quotes, body } = collectQuotes(html, showsAriaHidden)
  const isDoubled = ({ text }: PullQuote): boolean => {
    // The speaker below the words is often printed in another way than in the text.
    const [words = ''] = text.trim().split(/\n— |(?<=[”"»])\s*(?:[—–-]|\n)/)
    return fold(words).length >= SHORTEST_QUOTE && (body.includes(fold(words)) || body.includes(fold(text)))
  }
  const doubled = quotes.map(isDoubled)
  let next = 0
  return (_name, attributes) => {
    if (!isPullQuote(attributes)) return false
    const at = next++
    if (!doubled[at]) return false
    next += quotes[at]!.inner
    return true
  }
}

/** Returns the pull quotes of a page, and the letters and digits of everything else. */
function collectQuotes(html: string, showsAriaHidden: boolean): { quotes: PullQuote[]; body: string } {
  const quotes: PullQuote[] = []
  const open: { readonly quote: PullQuote; readonly depth: number }[] = []
  const rest: string[] = []
  let depth = 0
  readVisible(
    html,
    {
      open(name, attributes) {
        depth++
        if (SOURCE.has(name)) for (const { quote } of open) quote.text += '\n— '
        if (!isPullQuote(attributes) || quotes.length >= QUOTES_MAX) return
        const quote = { text: '', inner: 0 }
        for (const outer of open) outer.quote.inner++
        quotes.push(quote)
        open.push({ quote, depth })
      },
      text(text) {
        if (open.length === 0) rest.push(text)
        for (const { quote } of open) if (quote.text.length < LONGEST_QUOTE) quote.text += text
      },
      close() {
        if (open.at(-1)?.depth === depth) open.pop()
        depth--
      },
    },
    showsAriaHidden,
  )
  return { quotes, body: fold(rest.join('')) }
}
