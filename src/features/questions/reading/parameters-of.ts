import type { Parameters, ReadPart } from './parts.ts'

/** A reading of a question. */
export interface QuestionReading {
  /** The parts in the order of the question. They do not overlap. */
  readonly parts: readonly ReadPart[]
  /** True if a statement needs only one of the words. */
  readonly isAnyWord: boolean
  /** True if statements that may have been said in the period match too. */
  readonly isOverlap: boolean
  /** How the reading differs from the question; null if it does not differ. */
  readonly note: string | null
}

/** The separator of alternatives in a search. */
export const OR = ' OR '

/** Returns the parameters of the list of statements for a reading. */
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
