import { isShown } from '../shown.ts'

/** The most statements of each person or organization of a list that are counted one by one. */
export const COUNTED_IN_LISTS = 1000
/** The most statements of a single person or organization that are counted one by one. */
export const COUNTED_OF_ONE = 10_000

/** The columns of `statements` by which a count finds its statements in an index. */
type SubjectColumn = 'official_id' | 'organization_id' | 'publisher_key'

/**
 * Returns SQL for the number of statements of a subject, as JSON that `StatementCount` parses. Reads at most as
 * many entries of an index as are counted, so that a list of subjects stays fast as the record grows.
 * @param subject SQL for the id of the subject, or for the key of a publisher.
 * @param countedMax the most statements that are counted one by one. Above it, the count is the one that triggers keep
 * with the names of the subject.
 */
export const statementCount = (column: SubjectColumn, subject: string, countedMax: number): string => `
  (SELECT CASE WHEN c.counted <= ${countedMax} THEN json_build_object('count', c.counted)
     ELSE json_build_object('count', greatest(k.kept, ${countedMax + 1}), 'estimated', true) END
   FROM (SELECT coalesce(max(n.statements), 0) AS kept FROM names n WHERE n.subject = (${subject})::text) k,
     LATERAL (SELECT CASE WHEN k.kept <= ${countedMax} THEN
       (SELECT count(*) FROM (SELECT FROM statements s WHERE s.${column} = ${subject} AND ${isShown('s')}
         LIMIT ${countedMax + 1}) found) END AS counted) c)`
