import { DomainError } from '../../../core/errors.ts'
import { correctArticle, undoArticleChange } from '../../../features/articles/corrections/domain.ts'
import { articleCorrectionBody } from '../../../features/articles/corrections/parameters.ts'
import { restoreArticle, withdrawArticle } from '../../../features/articles/withdrawal/domain.ts'
import type { Reader } from '../../../features/extraction/domain.ts'
import type { App } from '../../../http/instance.ts'
import { getArticle } from '../../../record/articles/domain.ts'
import { validated } from '../../shell/form-body.ts'
import { demandId } from '../../shell/identifiers.ts'
import { conflictPage } from '../shell/conflict.ts'
import { type DeskOptions, mountDeskForm, mountDeskPage, type SentForm } from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { reviewOf, UNDONE, withDone } from '../shell/review.ts'
import { articleListPage, articlePage, articlePath, METADATA } from './draw.ts'
import { readArticleList, readArticleToCorrect } from './read.ts'

/** Mounts the list of articles, and the page that corrects, withdraws and restores one. */
export function articleDeskRoutes(app: App, options: DeskOptions & { readonly reader: Reader }): void {
  const { db, reader } = options
  mountDeskPage(app, options, { path: '/desk/articles', scope: 'review' }, async (desk) =>
    articleListPage(desk, await readArticleList(db, desk)),
  )
  mountDeskPage(app, options, { path: '/desk/articles/:id', scope: 'review' }, async (desk) =>
    articlePage(desk, await readArticleToCorrect(db, demandId(desk.request)), null),
  )
  mountChange(app, options, 'correct', async (form, id) => {
    const correction = await correctionOf(form, options, id)
    await correctArticle(db, id, correction, reviewOf(form, options), reader)
    return 'article'
  })
  mountChange(app, options, 'undo', async (form, id) => {
    await undoArticleChange(db, id, reviewOf(form, options, UNDONE), reader)
    return 'undo'
  })
  mountChange(app, options, 'withdraw', async (form, id) => {
    await withdrawArticle(db, id, reviewOf(form, options))
    return 'withdraw'
  })
  mountChange(app, options, 'restore', async (form, id) => {
    await restoreArticle(db, id, reviewOf(form, options))
    return 'restore-article'
  })
}

/** Mounts a form that changes an article. @param change makes the change, and returns what was done. */
function mountChange(
  app: App,
  options: DeskOptions,
  name: string,
  change: (form: SentForm, id: string) => Promise<string>,
): void {
  const { db } = options
  mountDeskForm(app, options, { path: `/desk/articles/:id/${name}`, scope: 'review' }, (form) => {
    const id = demandId(form.request)
    const path = articlePath(id)
    return orRefused(form, async () => withDone(path, await change(form, id)), {
      again: async (fault) => articlePage(form, await readArticleToCorrect(db, id), fault),
      conflict: () => conflictPage(db, form, { subject: 'article', id, part: 'articles', path }),
    })
  })
}

/**
 * Returns the correction that a form asks for: the fields that differ from the record. An empty field removes a value.
 * @throws DomainError `invalid_body` if nothing differs, or for an invalid value.
 */
async function correctionOf({ fields }: SentForm, { db }: DeskOptions, id: string) {
  const article = await getArticle(db, id)
  const known = { ...article, published: article.published.edtf }
  const changed = METADATA.map(({ name }) => [name, (fields[name] ?? '').trim() || null] as const).filter(
    ([name, value]) => value !== known[name],
  )
  if (changed.length === 0)
    throw new DomainError('invalid_body', 'No field differs from the record. Change one, then send the form.')
  const body = { reason: 'checked elsewhere', ...Object.fromEntries(changed) }
  const { reason: _reason, ...correction } = validated(articleCorrectionBody, body)
  return correction
}
