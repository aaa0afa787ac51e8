import type { Span } from '../../core/span.ts'

/** The most characters of a text on one page. Few articles have more. */
const PART_MAX = 12_000

/** A part of a long text, with its number from 1. */
export interface Part extends Span {
  readonly number: number
}

/** Cuts a text into parts for pages of a limited size: at line breaks, else between words. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (let start = 0; start < text.length || parts.length === 0; ) {
    const end = text.length - start <= PART_MAX ? text.length : cutBefore(text, start, start + PART_MAX)
    parts.push({ start, end, number: parts.length + 1 })
    start = end
  }
  return parts
}

function cutBefore(text: string, start: number, most: number): number {
  const part = text.slice(start, most)
  const line = part.lastIndexOf('\n')
  if (line > 0) return start + line + 1
  const space = part.lastIndexOf(' ')
  if (space > 0) return start + space + 1
  return /[\udc00-\udfff]/.test(text[most] ?? '') ? most - 1 : most
}
