const DROP_CAP = /drop-?cap/i
/** Capitals that are words of their own. */
const WORDS: ReadonlySet<string> = new Set(['A', 'I', 'O'])

/** Joins a drop cap with the rest of its word, if the page prints white space between them. */
export function joinDropCaps(print: (text: string) => void) {
  let depth = 0
  let capAt = 0
  let cap = ''
  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      depth++
      if (capAt > 0 || name === 'p' || !DROP_CAP.test((attributes['class'] ?? '').slice(0, 300))) return
      capAt = depth
      cap = ''
    },
    text(text: string): void {
      if (capAt > 0) {
        cap += text.slice(0, 10)
        print(text)
        return
      }
      const isRest = cap !== '' && /^\s+\p{Ll}/u.test(text) && /^\P{L}*\p{Lu}\s*$/u.test(cap)
      print(isRest && !WORDS.has(cap.trim().slice(-1)) ? text.trimStart() : text)
      cap = ''
    },
    close(): void {
      if (depth === capAt) capAt = 0
      depth--
    },
  }
}
