import { DomainError } from '../../../core/errors.ts'
import { idOrSlug } from '../../../core/id-or-slug.ts'
import { splitOfficial } from '../../../features/people/officials/identity/domain.ts'
import { splitBody } from '../../../features/people/officials/identity/parameters.ts'
import type { App } from '../../../http/instance.ts'
import { validated } from '../../shell/form-body.ts'
import { pathId } from '../../shell/identifiers.ts'
import type { Page } from '../../shell/layout.ts'
import { type DeskOptions, mountDeskForm, mountDeskPage, type SentForm } from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { reviewOf, UNDONE } from '../shell/review.ts'
import { changedByOther } from './changed-by-other.ts'
import { recordPage } from './draw.ts'
import { ACTIONS, type RecordKind, recordPath } from './kinds.ts'
import { findRecords, readRecord } from './read.ts'
import { BOXES, NEW_PERSON } from './split-form.ts'

/** Mounts the pages of people and of organizations, with the forms that split, merge and undo. */
export function recordDeskRoutes(app: App, options: DeskOptions): void {
  const { db } = options
  for (const kind of ['official', 'organization'] as const) {
    const path = `/desk/${kind}s/:id`
    mountDeskPage(app, options, { path, scope: 'review' }, async (desk) => {
      const view = await readRecord(db, desk, kind)
      const { slug } = view.record
      if (slug !== pathId(desk.request)) return desk.reply.redirect(recordPath(kind, slug), 303)
      return recordPage(desk, view, null, null)
    })

    mountChange(app, options, { kind, name: 'merge' }, async (form, into) => {
      const { merge } = ACTIONS[kind]
      const { slug } = await merge(db, whoIn(form), into, reviewOf(form, options))
      return `${recordPath(kind, slug)}?done=merge`
    })

    mountDeskForm(app, options, { path: `${path}/undo`, scope: 'review' }, (form) =>
      orAgain(form, options, { kind, name: 'undo' }, async () => {
        const { slug } = await ACTIONS[kind].undo(db, whoIn(form), reviewOf(form, options, UNDONE))
        return `${recordPath(kind, slug)}?done=undo`
      }),
    )
  }

  mountChange(app, options, { kind: 'official', name: 'split' }, async (form, chosen) => {
    const split = splitOf(form.fields, chosen)
    const { from, into } = await splitOfficial(db, whoIn(form), split, reviewOf(form, options))
    return `${recordPath('official', from.slug)}?done=split&into=${into.slug}`
  })
}

const whoIn = ({ request }: SentForm) => idOrSlug(pathId(request))

interface Which {
  readonly kind: RecordKind
  readonly name: string
}

/**
 * Mounts a form that names another record. Until the reviewer has chosen one, it is shown again with the records that
 * the name may mean.
 * @param change makes the change, and returns the path of the page to show.
 */
function mountChange(
  app: App,
  options: DeskOptions,
  which: Which,
  change: (form: SentForm, chosen: string) => Promise<string>,
): void {
  const { kind, name } = which
  mountDeskForm(app, options, { path: `/desk/${kind}s/:id/${name}`, scope: 'review' }, (form) => {
    const { who = '', into = '', look } = form.fields
    if (who.trim() !== '' && (into === '' || look !== undefined)) return pageAgain(form, options, which, null)
    return orAgain(form, options, which, () => {
      if (into === '') throw new DomainError('invalid_body', 'Give the name of the other record.')
      return change(form, into)
    })
  })
}

/** Makes a change. If it is refused, shows the form again with all that it contained. */
const orAgain = (form: SentForm, options: DeskOptions, which: Which, change: () => Promise<string>) =>
  orRefused(form, change, {
    again: (fault) => pageAgain(form, options, which, fault),
    async conflict() {
      form.reply.code(412)
      return pageAgain(form, options, which, await changedByOther(options.db, which.kind, whoIn(form)))
    },
  })

async function pageAgain(
  form: SentForm,
  { db }: DeskOptions,
  { kind, name }: Which,
  fault: DomainError | null,
): Promise<Page> {
  const { fields } = form
  const [view, found] = await Promise.all([
    readRecord(db, form, kind),
    findRecords(db, fields['who'] ?? '', [kind]),
  ])
  return recordPage(form, view, { name, fields, found }, fault)
}

/** Returns the split that a form asks for. @throws DomainError `invalid_body`. */
function splitOf(fields: SentForm['fields'], chosen: string) {
  const idsOf = (box: string): string[] =>
    Object.keys(fields).flatMap((name) => (name.startsWith(box) ? [name.slice(box.length)] : []))
  const body = {
    reason: 'checked elsewhere',
    statements: idsOf(BOXES.statement),
    positions: idsOf(BOXES.position),
    ...(chosen === NEW_PERSON ? { name: (fields['who'] ?? '').trim() } : { into: chosen }),
  }
  if (body.statements.length + body.positions.length === 0)
    throw new DomainError('invalid_body', 'Tick the statements or positions of the other person.')
  const { reason: _reason, ...split } = validated(splitBody, body)
  return split
}
