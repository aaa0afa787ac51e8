/** The quotation marks of outer and inner `q` elements. */
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const
const STARTS_WITH_MARK = /^\s*["“”„«»‹›‘’'「『]/

/**
 * Prints the quotation marks that browsers show around `q` elements, unless the text has its own.
 * @param print receives the text with the marks.
 */
export function quotationMarks(print: (text: string) => void) {
  /** For each open element, its closing mark; empty if the text has its own marks. */
  const closing: string[] = []
  let isPending = false
  const markOf = (side: 0 | 1): string => MARKS[(closing.length - 1) % 2]![side]
  const settle = (next: string): void => {
    if (!isPending) return
    isPending = false
    if (STARTS_WITH_MARK.test(next)) closing[closing.length - 1] = ''
    else print(markOf(0))
  }
  return {
    open(): void {
      settle('')
      closing.push('')
      closing[closing.length - 1] = markOf(1)
      isPending = true
    },
    text(text: string): void {
      if (text.trim() !== '') settle(text)
      print(text)
    },
    close(): void {
      settle('')
      const mark = closing.pop()
      if (mark) print(mark)
    },
  }
}
