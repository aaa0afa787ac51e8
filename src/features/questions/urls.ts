import { queryOf } from '../../http/canonical-url.ts'
import type { Parameters, QuestionReading, ReadPart } from './domain.ts'
import { filterFor, parametersOf } from './domain.ts'
import { questionParameters } from './parameters.ts'
import type { QuestionPart } from './schema.ts'

/** Returns the URL of the list of statements for a question. It has the filters of the question and of the request. */
export function statementsUrl(requestUrl: string, parameters: Parameters): string {
  const query = new URLSearchParams(queryOf(requestUrl))
  for (const name of Object.keys(questionParameters)) query.delete(name)
  for (const [name, values] of Object.entries(parameters)) query.set(name, values.join(','))
  query.sort()
  return `/v1/statements?${query}`
}

/** Returns a part of a question as the response shows it, with the URLs of its other readings. */
export function presentPart(part: ReadPart, reading: QuestionReading, requestUrl: string): QuestionPart {
  const { start, end, text, kind, filters, names, others, note } = part
  const first = new URLSearchParams(queryOf(requestUrl))
  first.delete('cursor')
  const alternatives = others.map((other) => {
    const filters = filterFor([other])
    const parts = reading.parts.map((one) => (one === part ? { ...one, filters } : one))
    return {
      kind: other.kind,
      name: other.name,
      url: statementsUrl(`?${first}`, parametersOf({ ...reading, parts })),
    }
  })
  const literal = new URLSearchParams(first)
  literal.append('literal', text)
  literal.sort()
  return {
    ...{ start, end, text, kind, names: [...names], alternatives, note },
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [name, values.join(name === 'q' ? ' ' : ',')]),
    ),
    switch_off: kind === 'words' ? null : `/v1/search?${literal}`,
  }
}
