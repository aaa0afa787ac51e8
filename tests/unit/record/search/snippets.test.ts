import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseSearch } from '../../../../src/core/search-query.ts'
import { snippetOf } from '../../../../src/record/search/snippets.ts'

const piece = fc.constantFrom('ferry', 'Ferry', 'quay', '“', '…', '\n', 'é', '𓀀', 'a'.repeat(90), ' ')

it('a snippet has the first match, and stays in its paragraph', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(' ')
      const snippet = snippetOf(text, parseSearch('ferry'), new Map())
      const first = text.search(/(?<![\p{L}\p{M}])ferry(?![\p{L}\p{M}])/iu)
      expect(snippet === null).toBe(first < 0)
      if (snippet === null) return
      expect(snippet.highlights[0]!.start).toBe(first)
      expect(snippet.exact).toBe(text.slice(snippet.start, snippet.end))
      expect(snippet.exact).not.toContain('\n')
      for (const { start, end } of snippet.highlights) {
        expect([start >= snippet.start, end <= snippet.end]).toEqual([true, true])
        expect(text.slice(start, end).toLowerCase()).toBe('ferry')
      }
      expect(snippet.end - snippet.start).toBeLessThan(260)
    }),
  )
})

it('a snippet is cut at words', () => {
  const around = 'several words '.repeat(20)
  const snippet = snippetOf(`${around}ferry ${around}`, parseSearch('ferry'), new Map())!
  expect(snippet.exact).toMatch(/^(?:several|words) .*\bferry\b.* (?:several|words)$/)
})

it('no snippet is cut inside a match, even a long match', () => {
  const phrase = Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ')
  const snippet = snippetOf(`Before. ${phrase} after`, parseSearch(`"${phrase}"`), new Map())!
  expect(snippet.exact).toContain(phrase)
})
