/** A word of a generated sentence, with the properties that its generator knows. The comparison does not read them. */
type Tag = 'word' | 'negation' | 'auxiliary' | 'number' | 'name' | 'date' | 'pronoun'

/** A word of a made sentence. */
export interface Token {
  readonly text: string
  readonly tag: Tag
  /** The punctuation after it. */
  readonly after: string
  /** True if no space stands before it, as in Chinese. */
  readonly isJoined?: boolean
}

const token = (text: string, tag: Tag = 'word', after = ''): Token => ({ text, tag, after })

const TAGS: Readonly<Record<string, Tag>> = {
  neg: 'negation',
  aux: 'auxiliary',
  num: 'number',
  name: 'name',
  date: 'date',
  pro: 'pronoun',
}

/** Reads words with their tags: `we/pro will/aux not/neg sell it, but`. */
export function parseTokens(marked: string): Token[] {
  return marked
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const found = /^(.*?)(?:\/(neg|aux|num|name|date|pro))?([,.;:!?]*)$/u.exec(part)!
      return token(found[1]!, TAGS[found[2] ?? ''] ?? 'word', found[3]!)
    })
}

/** Writes tokens as text. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ text, after, isJoined }, index) => `${index === 0 || isJoined ? '' : ' '}${text}${after}`)
    .join('')

/** Returns the tokens with a capital at the start and a mark at the end. */
export function asSentence(tokens: readonly Token[], mark = '.'): Token[] {
  return tokens.map((found, index) => ({
    ...found,
    text: index === 0 ? found.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : found.text,
    after: index === tokens.length - 1 ? mark : found.after,
  }))
}
