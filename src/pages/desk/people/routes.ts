import { DomainError } from '../../../core/errors.ts'
import { type IdOrSlug, idOrSlug } from '../../../core/id-or-slug.ts'
import { decideCandidate, listCandidates } from '../../../features/people/officials/candidates/domain.ts'
import type { Decision } from '../../../features/people/officials/candidates/schema.ts'
import { listLikelyPairs } from '../../../features/people/officials/duplicates/domain.ts'
import { mergeOfficial, undoOfficialChange } from '../../../features/people/officials/identity/domain.ts'
import type { App } from '../../../http/instance.ts'
import { currentOfficial } from '../../../record/officials/domain.ts'
import type { Official } from '../../../record/officials/schema.ts'
import { demandId } from '../../shell/identifiers.ts'
import type { Page } from '../../shell/layout.ts'
import { changedByOther } from '../records/changed-by-other.ts'
import { findRecords } from '../records/read.ts'
import {
  type DeskOptions,
  type DeskRequest,
  mountDeskForm,
  mountDeskPage,
  type SentForm,
} from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { reviewOf, UNDONE } from '../shell/review.ts'
import { peoplePage } from './draw.ts'

const PATH = '/desk/people'
/** The most names and pairs on the page. */
const SHOWN = 10
/** The person who is merged away, the version that the reviewer saw, and the person who stays. */
const MERGE = /^([\w-]{1,300}):(\d{1,9}):([\w-]{1,300})$/

/** Mounts the page that decides whom names mean, and merges people who are on record twice. */
export function peopleDeskRoutes(app: App, options: DeskOptions): void {
  const { db } = options
  mountDeskPage(app, options, { path: PATH, scope: 'review' }, (desk) => readPage(desk, options, null))

  mountDeskForm(app, options, { path: `${PATH}/candidates/:id`, scope: 'review' }, (form) => {
    const id = demandId(form.request)
    const decide = async (): Promise<string> => {
      const { actor, at, reason } = reviewOf(form, options)
      await decideCandidate(db, id, decisionOf(form.fields['who'] ?? ''), { actor, at, reason: reason! })
      return `${PATH}?done=decide`
    }
    const again = (fault: DomainError) => readPage(form, options, fault)
    return orRefused(form, decide, { again, conflict: () => readPage(form, options, null) })
  })

  mountDeskForm(app, options, { path: `${PATH}/merge`, scope: 'review' }, (form) => {
    const [, from = '', version = '', into = ''] = MERGE.exec(form.fields['merge'] ?? '') ?? []
    const seen = { ...form, fields: { ...form.fields, version } }
    return orChanged(form, options, idOrSlug(from), async () => {
      if (from === '') throw new DomainError('invalid_body', 'Choose the record that stays.')
      const { slug } = await mergeOfficial(db, idOrSlug(from), into, reviewOf(seen, options))
      return `${PATH}?done=merge&person=${slug}`
    })
  })

  mountDeskForm(app, options, { path: `${PATH}/undo`, scope: 'review' }, (form) => {
    const who = idOrSlug(form.fields['person'] ?? '')
    return orChanged(form, options, who, async () => {
      await undoOfficialChange(db, who, reviewOf(form, options, UNDONE))
      return `${PATH}?done=undo`
    })
  })
}

/** Makes a change of a person. If others changed the person meanwhile, shows what they changed. */
const orChanged = (
  form: SentForm,
  options: DeskOptions,
  who: IdOrSlug,
  change: () => Promise<string>,
): Promise<string | Page> =>
  orRefused(form, change, {
    again: (fault) => readPage(form, options, fault),
    async conflict() {
      form.reply.code(412)
      return readPage(form, options, await changedByOther(options.db, 'official', who))
    },
  })

function decisionOf(who: string): Decision {
  const [outcome, official = ''] = who.split(':')
  if (outcome === 'same') return { outcome, official }
  if (outcome === 'new' || outcome === 'none') return { outcome }
  throw new DomainError('invalid_body', 'Choose who it is.')
}

async function readPage(desk: DeskRequest, { db }: DeskOptions, fault: DomainError | null): Promise<Page> {
  const q = (desk.query.get('q') ?? '').trim()
  const [rows, pairs, merged, found] = await Promise.all([
    listCandidates(db, {}, { limit: SHOWN, sort: 'recorded', position: null }),
    listLikelyPairs(db, SHOWN),
    mergedPerson(desk, db),
    findRecords(db, q, ['official', 'organization']),
  ])
  const candidates = rows.slice(0, SHOWN).map(({ item }) => item)
  return peoplePage(desk, { q, found, candidates, pairs, merged }, fault)
}

/** Returns the person into whom another was merged just now; null if the address names none. */
async function mergedPerson({ query }: DeskRequest, db: DeskOptions['db']): Promise<Official | null> {
  const person = query.get('person')
  if (query.get('done') !== 'merge' || person === null) return null
  return currentOfficial(db, idOrSlug(person)).catch(() => null)
}
