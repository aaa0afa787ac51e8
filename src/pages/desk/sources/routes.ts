import { DomainError } from '../../../core/errors.ts'
import { inTransaction } from '../../../database/transaction.ts'
import {
  addSource,
  changeSource,
  discoverFeed,
  type FetchFeed,
  removeSource,
} from '../../../features/articles/sources/domain.ts'
import { newSourceBody, type SourceBody, sourceBody } from '../../../features/articles/sources/parameters.ts'
import type { App } from '../../../http/instance.ts'
import { validated } from '../../shell/form-body.ts'
import { demandId } from '../../shell/identifiers.ts'
import {
  type DeskOptions,
  type DeskRequest,
  mountDeskForm,
  mountDeskPage,
  type SentForm,
} from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { reviewOf } from '../shell/review.ts'
import { sourceListPage, sourcePage, sourcePath } from './draw.ts'
import { readSource, readSourceList } from './read.ts'

const PATH = '/desk/sources'

export interface SourceDeskOptions extends DeskOptions {
  readonly fetchFeed: FetchFeed
}

/** Mounts the list of sources, and the page that shows, changes, pauses and removes one. */
export function sourceDeskRoutes(app: App, options: SourceDeskOptions): void {
  const { db } = options
  const list = async (desk: DeskRequest, fields: SentForm['fields'], fault: DomainError | null) =>
    sourceListPage(desk, await readSourceList(options, desk), fields, fault)
  mountDeskPage(app, options, { path: PATH, scope: 'ingest' }, (desk) => list(desk, {}, null))
  mountDeskForm(app, options, { path: PATH, scope: 'ingest' }, (form) => {
    const again = (fault: DomainError | null) => list(form, form.fields, fault)
    return orRefused(form, () => follow(form, options), { again, conflict: () => again(null) })
  })

  mountDeskPage(app, options, { path: `${PATH}/:id`, scope: 'ingest' }, async (desk) =>
    sourcePage(desk, await readSource(options, desk, demandId(desk.request)), null),
  )
  mountChange(app, options, 'pause', () => ({ status: 'paused' }))
  mountChange(app, options, 'resume', () => ({ status: 'active' }))
  mountChange(app, options, 'settings', ({ fields }) => settingsOf(fields))
  mountAction(app, options, 'remove', async (form, id) => {
    const { demand } = reviewOf(form, options, 'removed')
    if (form.fields['sure'] === undefined)
      throw new DomainError('invalid_body', 'Tick the box to remove it for good.')
    await inTransaction(db, (tx) => removeSource(tx, id, demand))
    return `${PATH}?done=remove-source`
  })
}

/** Mounts a form that changes the settings or the status of a source. */
const mountChange = (
  app: App,
  options: SourceDeskOptions,
  name: string,
  change: (form: SentForm) => SourceBody,
): void =>
  mountAction(app, options, name, async (form, id) => {
    const { demand, at } = reviewOf(form, options, name)
    const body = change(form)
    await inTransaction(options.db, (tx) => changeSource(tx, id, body, { demand, now: at }))
    return `${sourcePath(id)}?done=source-${name}`
  })

/** Mounts a form about a source. @param act returns the path of the page to show. */
function mountAction(
  app: App,
  options: SourceDeskOptions,
  name: string,
  act: (form: SentForm, id: string) => Promise<string>,
): void {
  mountDeskForm(app, options, { path: `${PATH}/:id/${name}`, scope: 'ingest' }, (form) => {
    const id = demandId(form.request)
    const again = async (fault: DomainError) => sourcePage(form, await readSource(options, form, id), fault)
    return orRefused(form, () => act(form, id), {
      again,
      conflict() {
        form.reply.code(412)
        const detail =
          'Another person changed the source after you opened it. Below is how it is. Decide again.'
        return again(new DomainError('precondition_failed', detail))
      },
    })
  })
}

/** Adds the source of a form. Returns the path of its page. */
async function follow(
  { fields, caller }: SentForm,
  { db, now, fetchFeed }: SourceDeskOptions,
): Promise<string> {
  const { url, ...given } = validated(newSourceBody, filledIn(fields, ['url', 'publisher', 'time_zone']))
  const discovered = await discoverFeed(url, fetchFeed, now())
  const { source } = await inTransaction(db, (tx) => addSource(tx, discovered, given, caller.name, now()))
  return `${sourcePath(source.id)}?done=follow`
}

/** Returns the settings of a form. An empty field removes the setting. */
function settingsOf(fields: SentForm['fields']): SourceBody {
  const { interval_minutes: minutes, ...texts } = filledIn(fields, [
    'publisher',
    'language',
    'time_zone',
    'interval_minutes',
  ])
  const removed = { publisher: null, language: null, time_zone: null }
  return validated(sourceBody, {
    ...removed,
    ...texts,
    ...(minutes !== undefined && { interval_minutes: Number(minutes) }),
  })
}

const filledIn = (fields: SentForm['fields'], names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, (fields[name] ?? '').trim()] as const).filter(([, value]) => value !== ''),
  )
