import type { DomainError } from '../../../core/errors.ts'
import type { SubmitOptions } from '../../../features/articles/batch/domain.ts'
import { cancelJob, retryJob } from '../../../features/articles/jobs/domain.ts'
import type { App } from '../../../http/instance.ts'
import { demandId } from '../../shell/identifiers.ts'
import { type DeskOptions, type DeskRequest, mountDeskForm, mountDeskPage } from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { jobListPage, jobPage } from './draw.ts'
import { readJob, readJobList } from './read.ts'

/** Mounts the list of jobs, and the page of a job with its progress. */
export function jobDeskRoutes(app: App, options: DeskOptions & SubmitOptions): void {
  const { db, now, workerSeconds } = options
  const page = async (desk: DeskRequest, fault: DomainError | null) =>
    jobPage(desk, await readJob(options, desk, demandId(desk.request)), fault)

  mountDeskPage(app, options, { path: '/desk/jobs', scope: 'ingest' }, async (desk) =>
    jobListPage(desk, await readJobList(options, desk)),
  )
  mountDeskPage(app, options, { path: '/desk/jobs/:id', scope: 'ingest' }, (desk) => page(desk, null))

  const changes = {
    cancel: (id: string) => cancelJob(db, id, now()),
    retry: (id: string) => retryJob(db, id, workerSeconds, now()),
  } as const
  for (const [name, change] of Object.entries(changes))
    mountDeskForm(app, options, { path: `/desk/jobs/:id/${name}`, scope: 'ingest' }, (form) => {
      const id = demandId(form.request)
      const run = async (): Promise<string> => {
        await change(id)
        return `/desk/jobs/${id}?done=${name}`
      }
      return orRefused(form, run, { again: (fault) => page(form, fault), conflict: () => page(form, null) })
    })
}
