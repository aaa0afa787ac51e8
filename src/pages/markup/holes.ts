/** The place of a value in a template: between tags, inside a quoted attribute, or between the attributes of a tag. */
export type Hole =
  | { readonly place: 'text' }
  | { readonly place: 'attribute'; readonly isUrlStart: boolean }
  | { readonly place: 'tag' }

/** The attributes whose value a browser follows or loads. */
const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster'])
/** The elements whose content is not parsed as text: no value may stand there. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style'])

type State =
  | { readonly at: 'text' }
  | { readonly at: 'tag'; readonly element: string }
  | { readonly at: 'value'; readonly element: string; readonly name: string; readonly isEmpty: boolean }

const TEXT: State = { at: 'text' }
const TAG_START = /<(\/?)([a-zA-Z][\w-]*)|<(!)/g
const ATTRIBUTE = /\s+([a-zA-Z][\w:-]*)(=("?))?|\s*(\/?>)|\s+$/gy

/**
 * Finds the place of each value of a template.
 * @param strings the fixed parts of the template.
 * @throws Error if a value would stand where escaping does not help: in the name of a tag, in an attribute without double
 * quotes, in a comment, or inside a script or a style. Also if the template ends inside a tag.
 */
export function holesOf(strings: readonly string[]): readonly Hole[] {
  const holes: Hole[] = []
  let state: State = TEXT
  for (const [index, part] of strings.entries()) {
    state = advance(state, part)
    if (index < strings.length - 1) {
      holes.push(holeAt(state))
      if (state.at === 'value') state = { ...state, isEmpty: false }
    }
  }
  if (state.at !== 'text') throw new Error(`The template ends inside a tag: ${strings.at(-1)}`)
  return holes
}

const holeAt = (state: State): Hole => {
  if (state.at === 'text') return { place: 'text' }
  if (state.at === 'tag') return { place: 'tag' }
  return { place: 'attribute', isUrlStart: state.isEmpty && URL_ATTRIBUTES.has(state.name) }
}

/** Reads a fixed part of a template from a state. Returns the state at its end. */
function advance(from: State, part: string): State {
  let state = from
  let at = 0
  while (at < part.length) {
    const [next, end] =
      state.at === 'text'
        ? readText(part, at)
        : state.at === 'tag'
          ? readTag(part, at, state.element)
          : readValue(part, at, state)
    state = next
    at = end
  }
  return state
}

function readText(part: string, at: number): [State, number] {
  TAG_START.lastIndex = at
  const tag = TAG_START.exec(part)
  if (!tag) {
    if (part.endsWith('<')) throw new Error(`A value cannot be the name of a tag: ${part}`)
    return [TEXT, part.length]
  }
  if (tag[3]) {
    const end = part.indexOf('>', tag.index)
    if (part.startsWith('<!--', tag.index) || end < 0) throw new Error(`A template has no comments: ${part}`)
    return [TEXT, end + 1]
  }
  if (TAG_START.lastIndex === part.length) throw new Error(`A value cannot touch the name of a tag: ${part}`)
  return [{ at: 'tag', element: tag[1] ? '' : tag[2]!.toLowerCase() }, TAG_START.lastIndex]
}

function readTag(part: string, at: number, element: string): [State, number] {
  ATTRIBUTE.lastIndex = at
  const found = ATTRIBUTE.exec(part)
  if (!found) throw new Error(`Not an attribute: ${part.slice(at, at + 40)}`)
  const [, name, equals, quote, close] = found
  const end = ATTRIBUTE.lastIndex
  if (close === '>') {
    if (RAW_ELEMENTS.has(element) && !part.startsWith(`</${element}>`, end))
      throw new Error(`The content of <${element}> cannot stand in a template.`)
    return [TEXT, end]
  }
  if (name === undefined || close) return [{ at: 'tag', element }, end]
  if (equals !== undefined && !quote) throw new Error(`The attribute ${name} needs double quotes.`)
  if (name.toLowerCase().startsWith('on') || name.toLowerCase() === 'style')
    throw new Error(`The policy of the pages forbids the attribute ${name}.`)
  return equals === undefined
    ? [{ at: 'tag', element }, end]
    : [{ at: 'value', element, name: name.toLowerCase(), isEmpty: true }, end]
}

function readValue(
  part: string,
  at: number,
  state: Extract<State, { readonly at: 'value' }>,
): [State, number] {
  const end = part.indexOf('"', at)
  if (end < 0) return [{ ...state, isEmpty: false }, part.length]
  return [{ at: 'tag', element: state.element }, end + 1]
}
