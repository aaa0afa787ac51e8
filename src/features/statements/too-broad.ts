import { DomainError } from '../../core/errors.ts'
import { translateDatabaseError } from '../../database/errors.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'

/**
 * The filters that make a list shorter, by the parameters that give them. The filter that narrows a list most comes
 * first.
 */
const NARROWING: readonly (readonly [parameters: string, given: (filters: StatementFilters) => unknown])[] = [
  ['official', ({ official }) => official],
  ['organization', ({ organization }) => organization],
  ['said_from and said_to', ({ said_from, said_to }) => said_from && said_to],
  ['published_from and published_to', ({ published_from, published_to }) => published_from && published_to],
  ['publisher', ({ publisher }) => publisher],
]

/** The number of filters that a message suggests. */
const SUGGESTIONS = 2

/**
 * Reads a list of statements or of their dates.
 * @throws DomainError `too_broad` if the query takes too long. It names the filters to add.
 */
export async function readNarrow<Result>(
  filters: StatementFilters,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const meaning = translateDatabaseError(error)
    if (!(meaning instanceof DomainError) || meaning.code !== 'timeout') throw error
    throw new DomainError('too_broad', messageFor(filters), [], error)
  }
}

function messageFor(filters: StatementFilters): string {
  const missing = NARROWING.filter(([, given]) => !given(filters)).map(([parameters]) => parameters)
  const advice =
    missing.length > 0 ? `Add ${missing.slice(0, SUGGESTIONS).join(', or ')}` : 'Shorten the periods'
  return `This list takes too long to find. ${advice}, and leave out count=exact.`
}
