import { type Hole, holesOf } from './holes.ts'

/** A finished piece of HTML. Only {@link html} makes it, so its text is safe to send. */
class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** An attribute of a tag, made by {@link attribute}. */
class Attribute {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

export type Html = Markup

/** A value of a template. `null`, `undefined` and `false` are nothing; the members of a list stand side by side. */
export type Content = Html | Attribute | string | number | null | undefined | false | readonly Content[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns a bare carriage return into a line feed. Texts must arrive exactly.
  '\r': '&#13;',
}

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (character) => ESCAPES[character]!)

const known = new WeakMap<TemplateStringsArray, readonly Hole[]>()

/**
 * Makes HTML from a template. Escapes every value, except HTML of another template. A value may stand between tags,
 * inside an attribute with double quotes, or, if {@link attribute} made it, between attributes.
 * @throws Error for a template or a value that breaks these rules.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let holes = known.get(strings)
  if (!holes) {
    holes = holesOf(strings)
    known.set(strings, holes)
  }
  let text = strings[0]!
  for (const [index, value] of values.entries()) text += written(value, holes[index]!) + strings[index + 1]
  return new Markup(text)
}

function written(value: Content, hole: Hole): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((one) => written(one, hole)).join('')
  if (value instanceof Attribute || value instanceof Markup) {
    if (value instanceof Markup !== (hole.place === 'text') || hole.place === 'attribute')
      throw new Error(`A value of this kind cannot stand in the place "${hole.place}".`)
    return value.toString()
  }
  if (hole.place === 'tag') throw new Error('Only an attribute can stand between the attributes of a tag.')
  const text = String(value)
  if (hole.place === 'attribute' && hole.isUrlStart && !isSafeUrl(text)) return '#'
  return escaped(text)
}

/** The beginning of a URL that a browser follows without running code, or of a path. */
const SAFE_URL = /^(?:https?:|mailto:|[#?/.]|[\w-]*(?:[/?#]|$))/i

const isSafeUrl = (url: string): boolean => SAFE_URL.test(url)

/** Returns an attribute, to stand between the attributes of a tag. `true` has no value; `false` is no attribute. */
export function attribute(name: string, value: string | boolean): Content {
  if (!/^[a-z][a-z-]*$/.test(name) || name.startsWith('on') || name === 'style')
    throw new Error(`${name} cannot be an attribute.`)
  if (value === false) return null
  return new Attribute(value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`)
}

/** Joins pieces with a separator between them. Leaves out pieces that are nothing. */
export const joined = (pieces: readonly Content[], separator: Content): Content[] =>
  pieces
    .filter((piece) => piece !== null && piece !== undefined && piece !== false && piece !== '')
    .flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
