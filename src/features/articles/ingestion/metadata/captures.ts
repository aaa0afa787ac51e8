/** The most elements whose text is collected at the same time, and the longest text. They keep the work linear. */
const OPEN_MAX = 12
const LONGEST_TEXT = 300

/** Collects the texts of elements while a page is parsed. Blocks within an element become lines. */
export function openCaptures() {
  const open: { readonly depth: number; readonly done: (text: string) => void; text: string }[] = []
  let depth = 0
  const add = (text: string): void => {
    for (const capture of open) if (capture.text.length < LONGEST_TEXT) capture.text += text
  }
  return {
    /** Must be called at each start tag, before `open`. */
    enter(isBlock: boolean): void {
      depth++
      if (isBlock) add('\n')
    },
    /** Collects the text of the element that was entered last, and passes its first 300 characters to `done` at its end. */
    open(done: (text: string) => void): void {
      if (open.length < OPEN_MAX) open.push({ depth, done, text: '' })
    },
    text(text: string): void {
      if (open.length > 0) add(text.slice(0, LONGEST_TEXT).replace(/\s+/g, ' '))
    },
    /** Must be called at each end tag. */
    leave(isBlock: boolean): void {
      while (open.length > 0 && open.at(-1)!.depth >= depth) {
        const { text, done } = open.pop()!
        done(text.slice(0, LONGEST_TEXT).trim())
      }
      if (isBlock) add('\n')
      depth--
    },
  }
}
