/** One `$ curl …` of a console block in a Markdown text, with the answer shown below it. */
export interface Command {
  readonly method: string
  /** The path and the query, without the host. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | null
  /** The lines of output on the page; empty if the page shows none. */
  readonly shown: string
  /** The lines that hold the output, as indexes `[from, to)`. */
  readonly outputAt: readonly [from: number, to: number]
}

const FENCE = '```'

/** Finds the `curl` commands in the console blocks of a Markdown text, in order. A trailing backslash continues a command. */
export function commandsIn(markdown: string): Command[] {
  const lines = markdown.split('\n')
  const commands: Command[] = []
  let inConsole = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.startsWith(FENCE)) inConsole = !inConsole && line === `${FENCE}console`
    if (!inConsole || !line.startsWith('$ curl ')) continue
    let command = line.slice(2)
    while (command.endsWith('\\')) command = `${command.slice(0, -1)} ${lines[++at] ?? ''}`
    let to = at + 1
    while (to < lines.length && !lines[to]!.startsWith(FENCE) && !lines[to]!.startsWith('$ ')) to++
    commands.push({
      ...requestOf(command),
      shown: lines.slice(at + 1, to).join('\n'),
      outputAt: [at + 1, to],
    })
    at = to - 1
  }
  return commands
}

/** Replaces the output of each command by the text at the same index. */
export function withOutputs(markdown: string, outputs: readonly string[]): string {
  const lines = markdown.split('\n')
  const commands = commandsIn(markdown)
  for (const [index, { outputAt }] of [...commands.entries()].reverse()) {
    lines.splice(outputAt[0], outputAt[1] - outputAt[0], ...outputs[index]!.split('\n'))
  }
  return lines.join('\n')
}

/** Splits a shell command into words. Quotation marks of both kinds keep a word together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|"((?:\\.|[^"\\])*)"/g,
      (_, single?: string, double?: string) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? '',
    ),
  )

function requestOf(command: string): Pick<Command, 'method' | 'url' | 'headers' | 'payload'> {
  const [, ...words] = wordsOf(command)
  const headers: Record<string, string> = {}
  let method: string | null = null
  let url = ''
  let payload: string | null = null
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === '-X') method = words[++at] ?? ''
    else if (word === '-d') payload = words[++at] ?? ''
    else if (word === '-H') {
      const [name, ...value] = (words[++at] ?? '').split(':')
      headers[name!.trim().toLowerCase()] = value.join(':').trim()
    } else if (word.startsWith('http')) url = word.slice(new URL(word).origin.length)
    else if (word !== '-s') throw new Error(`Unknown argument ${word} in: ${command}`)
  }
  return { method: method ?? (payload === null ? 'GET' : 'POST'), url, headers, payload }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Replaces the parts of a JSON text that differ from run to run: ids by numbers in order of appearance, times and
 * cursors by constants.
 */
export function steady(json: string): string {
  const numbers = new Map<string, string>()
  return json
    .replace(/cursor=[\w-]+/g, 'cursor=bmV4dA')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '2026-11-23T10:00:00.000Z')
    .replace(UUID, (id) => {
      const known = numbers.get(id) ?? `0193c1d2-0000-7000-8000-${String(numbers.size + 1).padStart(12, '0')}`
      numbers.set(id, known)
      return known
    })
}

const WIDTH = 100

/** Formats a JSON value for people. A value that fits on a line gets one line. */
export function pretty(value: unknown, indent = 0): string {
  const inline = inOneLine(value)
  if (inline.length + indent <= WIDTH || typeof value !== 'object' || value === null) return inline
  const space = ' '.repeat(indent + 2)
  const isList = Array.isArray(value)
  const parts = Object.entries(value).map(([key, part]) => {
    const name = isList ? '' : `${JSON.stringify(key)}: `
    return `${space}${name}${pretty(part, indent + 2)}`
  })
  const [open, close] = isList ? '[]' : '{}'
  return `${open}\n${parts.join(',\n')}\n${' '.repeat(indent)}${close}`
}

function inOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inOneLine(part)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}
