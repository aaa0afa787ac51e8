import type { Parameters, ReadPart } from './parts.ts'

/** A reading of a question. */
export interface QuestionReading {
  /** In the order of the question, apart. */
  readonly parts: readonly ReadPart[]
  /** True if one of the words to search is enough. */
  readonly isAnyWord: boolean
  /** True if the period also holds statements that may have been said in it. */
  readonly isOverlap: boolean
  /** Why it is looser than the question; null if it is not. */
  readonly note: string | null
}

/** Stands between words of which one is enough. */
export const OR = ' OR '

/** Returns the parameters of the list of statements that a reading asks for. */
export function parametersOf({ parts, isAnyWord, isOverlap }: Omit<QuestionReading, 'note'>): Parameters {
  const parameters: Record<string, string[]> = {}
  for (const { filters } of parts)
    for (const [name, values] of Object.entries(filters))
      parameters[name] = [...(parameters[name] ?? []), ...values]
  const { q, ...named } = isOverlap ? { ...parameters, match: ['overlap'] } : parameters
  const distinct = Object.fromEntries(
    Object.entries(named).map(([name, values]) => [name, [...new Set(values)]]),
  )
  return q ? { ...distinct, q: [q.join(isAnyWord ? OR : ' ')] } : distinct
}
