import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandsIn, pretty, steady, withOutputs } from './console.ts'

const PAGE = `# Title

\`\`\`sh
$ curl 'http://127.0.0.1:3000/not/shown'
\`\`\`

\`\`\`console
$ curl 'http://127.0.0.1:3000/v1/things?a=b&c=d e'
{ "old": true,
  "lines": 2 }
$ npm start
$ curl -s -X PATCH http://localhost/v1/things/1 \\
    -H 'If-Match: "1"' -H "x: \\"y\\"" -d '{"a": "it"}'
\`\`\`
`

describe('commandsIn', () => {
  it('finds the curl commands of console blocks, with the answers shown below them', () => {
    expect(commandsIn(PAGE)).toEqual([
      {
        method: 'GET',
        url: '/v1/things?a=b&c=d e',
        headers: {},
        payload: null,
        shown: '{ "old": true,\n  "lines": 2 }',
        outputAt: [8, 10],
      },
      {
        method: 'PATCH',
        url: '/v1/things/1',
        headers: { 'if-match': '"1"', x: '"y"' },
        payload: '{"a": "it"}',
        shown: '',
        outputAt: [13, 13],
      },
    ])
  })

  it('changes only the outputs when they are replaced', () => {
    const written = withOutputs(PAGE, ['one', 'two\nlines'])
    expect(commandsIn(written).map(({ shown }) => shown)).toEqual(['one', 'two\nlines'])
    expect(withOutputs(written, ['{ "old": true,\n  "lines": 2 }', 'x']).replace('\nx\n', '\n')).toBe(PAGE)
  })

  it('throws on an unknown flag', () => {
    expect(() => commandsIn('```console\n$ curl --retry 3 http://a/b\n```')).toThrow('--retry')
  })
})

describe('what a page shows', () => {
  it('does not change from run to run', () => {
    const [a, b] = ['0193c1d2-1111-7111-8111-000000000001', '0193c1d2-2222-7222-8222-000000000002']
    const answer = (one: string, other: string, at: string) =>
      `${one} ${other} ${one} ${at} ?cursor=${one.slice(0, 7)}`
    expect(steady(answer(a, b, '2026-01-02T03:04:05.678Z'))).toBe(
      steady(answer(b, a, '2027-01-02T03:04:05Z')),
    )
    expect(steady(`${a} ${b}`)).not.toBe(steady(`${a} ${a}`))
  })

  it('is the same JSON after formatting, in lines of at most 100 characters', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(pretty(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    const long = pretty({ words: Array.from({ length: 30 }, (_, n) => `word ${n}`), one: { a: 1 } })
    expect(Math.max(...long.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100)
    expect(long).toContain('"one": { "a": 1 }')
  })
})
