import { z } from 'zod'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db } from '../../../../database/db.ts'
import { example } from '../../../../documentation/examples.ts'
import type { App } from '../../../../http/instance.ts'
import { identifier } from '../../../../input/values.ts'
import { Official } from '../../../../record/officials/schema.ts'
import { changed } from '../../../access/idempotency/once.ts'
import { mountReview } from '../../../access/idempotency/review-route.ts'
import { mountHistory } from '../../identity/history-route.ts'
import { mergeBody, undoBody } from '../../identity/parameters.ts'
import { SplitOfficials } from './documentation.ts'
import {
  changeOfficial,
  listOfficialHistory,
  mergeOfficial,
  splitOfficial,
  undoOfficialChange,
} from './domain.ts'
import { officialBody, splitBody } from './parameters.ts'

const BODY_BYTES_MAX = 256 * 1024

const official = z.strictObject({
  id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
})
const Changed = example(Official, 'getOfficial')

/** Mounts the changes of people (correction, merge, split and undo) and their history. */
export function officialIdentityRoutes(app: App, context: { db: Db; now: () => Date }): void {
  mountReview(app, context, {
    method: 'PATCH',
    url: '/officials/:id',
    operationId: 'correctOfficial',
    tag: 'officials',
    summary: 'Correct a person',
    description:
      'Corrects the name, the aliases, and the positions with their dates. Fields that are left out keep their values. The slug stays, so that URLs keep working. A replaced name becomes an alias.',
    bodyLimit: BODY_BYTES_MAX,
    params: official,
    body: officialBody,
    answer: Changed,
    change: async (tx, id, edit, review) => changed(await changeOfficial(tx, idOrSlug(id), edit, review)),
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/officials/:id/merge',
    operationId: 'mergeOfficial',
    tag: 'officials',
    summary: 'Merge two people',
    description:
      'Statements, names and positions of this person move to the person in `into`. From then on, the path of this person answers 301. The response is the person who stays. If-Match is the version of this person.',
    bodyLimit: BODY_BYTES_MAX,
    params: official,
    body: mergeBody,
    answer: Changed,
    change: async (tx, id, { into }, review) => changed(await mergeOfficial(tx, idOrSlug(id), into, review)),
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/officials/:id/split',
    operationId: 'splitOfficial',
    tag: 'officials',
    summary: 'Split a person',
    description:
      'The given statements and positions move to another person on record (`into`), or to a new one (`name`). The response has both people. Its ETag is the version of the person in the path.',
    bodyLimit: BODY_BYTES_MAX,
    params: official,
    body: splitBody,
    answer: SplitOfficials,
    change: async (tx, id, split, review) => {
      const body = await splitOfficial(tx, idOrSlug(id), split, review)
      return { ...changed(body.from), body }
    },
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/officials/:id/undo',
    operationId: 'undoOfficial',
    tag: 'officials',
    summary: 'Undo the last change of a person',
    description:
      'Undoes the latest change that was not undone, as a new change. Another request undoes the previous change. Undoing a merge or a split returns exactly the statements it moved, on both sides. For a merged person, If-Match is the last version in their history.',
    bodyLimit: BODY_BYTES_MAX,
    params: official,
    body: undoBody,
    answer: Changed,
    change: async (tx, id, _edit, review) => changed(await undoOfficialChange(tx, idOrSlug(id), review)),
  })

  mountHistory(app, context, {
    records: 'officials',
    operationId: 'getOfficialHistory',
    summary: 'Read the history of a person',
    description:
      'The revisions, latest first: who changed what, when, why, before and after. The history of a merged person ends with the merge.',
    params: official,
    list: listOfficialHistory,
  })
}
