import type { PageRequest } from '../core/page.ts'

// Pages of lists that Prisma reads. The row nearest to the position of the request comes first, and one row more than
// the page is read.

/** Returns Prisma's arguments for a page of rows that are sorted by their time of creation, then by id. */
export function pageByCreation(request: PageRequest) {
  const { order, beyond } = directionOf(request)
  const { position } = request
  const createdAt = new Date(position?.values[0] ?? 0)
  return {
    // The first condition is redundant. It lets PostgreSQL start at the position in the index.
    where: position
      ? {
          createdAt: { [`${beyond}e`]: createdAt },
          OR: [{ createdAt: { [beyond]: createdAt } }, { id: { [beyond]: position.id } }],
        }
      : {},
    orderBy: [{ createdAt: order }, { id: order }],
    take: request.limit + 1,
  }
}

/** Returns Prisma's arguments for a page of rows that are sorted by a unique number. */
export function pageByNumber(request: PageRequest) {
  const { order, beyond } = directionOf(request)
  const { position } = request
  return {
    /** The filter of the number. */
    number: position ? { [beyond]: Number(position.values[0]) } : {},
    order,
    take: request.limit + 1,
  }
}

/** Returns the direction in which the rows are read. A page before a position is read backwards. */
function directionOf({ sort, position }: PageRequest) {
  const isDescending = sort.startsWith('-') !== (position?.direction === 'prev')
  return isDescending ? ({ order: 'desc', beyond: 'lt' } as const) : ({ order: 'asc', beyond: 'gt' } as const)
}
