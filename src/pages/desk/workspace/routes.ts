import { DomainError } from '../../../core/errors.ts'
import {
  correctStatement,
  restoreStatement,
  transitionStatement,
} from '../../../features/statements/review/domain.ts'
import { type Correction, TRANSITIONS } from '../../../features/statements/review/schema.ts'
import {
  joinSightings,
  partSightings,
  undoDecision,
} from '../../../features/verification/sightings/review/domain.ts'
import type { App } from '../../../http/instance.ts'
import { getText } from '../../../record/articles/domain.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { type Content, html } from '../../markup/html.ts'
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
import { deskPathIn, nextOf, reviewOf, UNDONE, withDone } from '../shell/review.ts'
import { dateCorrectionOf, speakerCorrectionOf, wordsCorrectionOf } from './corrections.ts'
import { DEFAULT_REASONS } from './decision.ts'
import { workspace } from './draw.ts'
import { afterStep, readPieces } from './pieces.ts'
import { readWorkspace } from './read.ts'
import { readRetracted, retractedStatement } from './retracted.ts'

/** The id of a statement in its address. */
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** Returns the id of a statement in a typed address. @throws DomainError `invalid_body` if it has none. */
function statementIn(typed = ''): string {
  const [id] = ID.exec(typed) ?? []
  if (id) return id.toLowerCase()
  throw new DomainError(
    'invalid_body',
    'Name the other statement by its address, as the browser shows it on the page of the statement.',
  )
}

const pathOfStatement = (id: string): string => `/desk/statements/${id}`

/** Mounts the workspace of a statement, and the forms that judge and correct it. */
export function workspaceRoutes(app: App, options: DeskOptions): void {
  mountDeskPage(app, options, { path: '/desk/statements/:id', scope: 'review' }, (desk) =>
    statementPage(desk, options, null),
  )

  mountChange(app, options, 'decide', async (form, id) => {
    const { decision = '' } = form.fields
    const move = TRANSITIONS.find((one) => one === decision)
    if (!move) throw new DomainError('invalid_body', 'Choose a decision.')
    const review = reviewOf(form, options, DEFAULT_REASONS[move])
    if (move === 'restore') await restoreStatement(options.db, id, null, review)
    else await transitionStatement(options.db, id, move, review)
    return move
  })

  mountChange(app, options, 'undo', async (form, id) => {
    const version = Number(form.fields['version']) - 1
    await restoreStatement(options.db, id, version, reviewOf(form, options, UNDONE))
    return 'undo'
  })

  mountChange(app, options, 'join', async (form, id) => {
    await joinSightings(options.db, id, statementIn(form.fields['other']), reviewOf(form, options))
    return 'join'
  })
  mountChange(app, options, 'part', async (form, id) => {
    const { other } = form.fields
    const from = other === 'all' ? null : statementIn(other)
    await partSightings(options.db, id, from, reviewOf(form, options))
    return 'part'
  })
  mountChange(app, options, 'undo-reports', async (form, id) => {
    await undoDecision(options.db, id, reviewOf(form, options, UNDONE))
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
async function statementPage(desk: DeskRequest, options: DeskOptions, fault: DomainError | null) {
  const id = demandId(desk.request)
  const draw = (content: Content): Page =>
    deskPage(desk, {
      title: 'Review a statement',
      part: 'queue',
      main: html`${faultBox(fault)}${doneBox(desk.query)}<p class="back-line"><a href="/desk">← The queue</a></p>
${content}`,
    })
  try {
    return draw(await shownStatement(desk, options, id))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'gone') throw error
    const retracted = await readRetracted(options.db, id)
    if (!retracted) throw error
    return draw(retractedStatement(desk, retracted, error))
  }
}

/** Draws a statement that readers can see. @throws DomainError `not_found`, `gone`. */
async function shownStatement(desk: DeskRequest, { db }: DeskOptions, id: string): Promise<Content> {
  const { query, caller } = desk
  const view = await readWorkspace(db, id, caller.name, (query.get('who') ?? '').trim().slice(0, 200))
  const next = deskPathIn(query.get('next')) ?? pathOfStatement(id)
  const given = query.get('pieces')
  const pieces = given === null ? null : readPieces(given, view.text)
  const stepped = pieces && afterStep(pieces, query.get('step') ?? '', view.text)
  return html`<h1 class="vh">Review a statement</h1>${workspace(desk, view, { next, skip: null }, stepped)}`
}
