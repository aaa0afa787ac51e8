import type { DomainError } from '../../../core/errors.ts'
import {
  correctStatement,
  restoreStatement,
  transitionStatement,
} from '../../../features/statements/review/domain.ts'
import type { Correction } from '../../../features/statements/review/schema.ts'
import type { App } from '../../../http/instance.ts'
import { getText } from '../../../record/articles/domain.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { html } from '../../markup/html.ts'
import { demandId } from '../../shell/identifiers.ts'
import type { Page } from '../../shell/layout.ts'
import { conflictPage } from '../shell/conflict.ts'
import { doneBox } from '../shell/done.ts'
import { deskPage } from '../shell/layout.ts'
import {
  type DeskOptions,
  type DeskRequest,
  mountDeskForm,
  mountDeskPage,
  type SentForm,
} from '../shell/mount.ts'
import { faultBox, orRefused } from '../shell/refused.ts'
import { deskPathIn, nextOf, reviewOf, withDone } from '../shell/review.ts'
import { dateCorrectionOf, speakerCorrectionOf, wordsCorrectionOf } from './corrections.ts'
import { DEFAULT_REASONS } from './decision.ts'
import { workspace } from './draw.ts'
import { afterStep, readPieces } from './pieces.ts'
import { readWorkspace } from './read.ts'

const pathOfStatement = (id: string): string => `/desk/statements/${id}`

/** Mounts the workspace of a statement, and the forms that judge and correct it. */
export function workspaceRoutes(app: App, options: DeskOptions): void {
  mountDeskPage(app, options, { path: '/desk/statements/:id', scope: 'review' }, (desk) =>
    statementPage(desk, options, null),
  )

  mountChange(app, options, 'decide', async (form, id) => {
    const { decision = '' } = form.fields
    const review = (fallback: string) => reviewOf(form, options, fallback)
    if (decision === 'verify')
      await transitionStatement(options.db, id, 'verify', review(DEFAULT_REASONS.verify))
    else if (decision === 'reject')
      await transitionStatement(options.db, id, 'reject', review(DEFAULT_REASONS.reject))
    else await restoreStatement(options.db, id, null, review(DEFAULT_REASONS.restore))
    return decision
  })

  mountChange(app, options, 'undo', async (form, id) => {
    const version = Number(form.fields['version']) - 1
    await restoreStatement(options.db, id, version, reviewOf(form, options, DEFAULT_REASONS.undo))
    return 'undo'
  })

  mountCorrection(app, options, 'speaker', async ({ fields }) => speakerCorrectionOf(fields))
  mountCorrection(app, options, 'date', async ({ fields }, statement) => dateCorrectionOf(fields, statement))
  mountCorrection(app, options, 'words', async ({ fields }, statement) => {
    const { article } = statement
    const { text } = await getText(options.db, article.id, article.snapshot!.id)
    return wordsCorrectionOf(fields, statement, text)
  })
}

/** Mounts a form that changes a statement. @param change makes the change, and returns what was done. */
function mountChange(
  app: App,
  options: DeskOptions,
  name: string,
  change: (form: SentForm, id: string) => Promise<string>,
): void {
  mountDeskForm(app, options, { path: `/desk/statements/:id/${name}`, scope: 'review' }, (form) => {
    const id = demandId(form.request)
    const path = pathOfStatement(id)
    return orRefused(form, async () => withDone(nextOf(form, path), await change(form, id)), {
      again: (fault) => statementPage(form, options, fault),
      conflict: () => conflictPage(options.db, form, { subject: 'statement', id, part: 'queue', path }),
    })
  })
}

const mountCorrection = (
  app: App,
  options: DeskOptions,
  name: string,
  correctionOf: (form: SentForm, statement: Statement) => Promise<Correction>,
): void =>
  mountChange(app, options, name, async (form, id) => {
    const correction = await correctionOf(form, await getStatement(options.db, id))
    await correctStatement(options.db, id, correction, reviewOf(form, options))
    return 'correct'
  })

/** Draws the workspace of the statement in the path. @param fault what was wrong with a form about it. */
async function statementPage(
  desk: DeskRequest,
  { db }: DeskOptions,
  fault: DomainError | null,
): Promise<Page> {
  const id = demandId(desk.request)
  const { query, caller } = desk
  const view = await readWorkspace(db, id, caller.name, (query.get('who') ?? '').trim().slice(0, 200))
  const next = deskPathIn(query.get('next')) ?? pathOfStatement(id)
  const given = query.get('pieces')
  const pieces = given === null ? null : readPieces(given, view.text)
  const stepped = pieces && afterStep(pieces, query.get('step') ?? '', view.text)
  return deskPage(desk, {
    title: 'Review a statement',
    part: 'queue',
    main: html`<h1 class="vh">Review a statement</h1>${faultBox(fault)}${doneBox(query)}
<p class="back-line"><a href="/desk">← The queue</a></p>
${workspace(desk, view, { next, skip: null }, stepped)}`,
  })
}
