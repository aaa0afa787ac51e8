import { createHash } from 'node:crypto'
import { type SubmitOptions, submitJob } from '../../../features/articles/batch/domain.ts'
import { LARGEST_BODY } from '../../../features/articles/ingestion/limits.ts'
import type { App } from '../../../http/instance.ts'
import { acceptFormsWithFiles, type SentFile } from '../../../http/multipart.ts'
import type { Page } from '../../shell/layout.ts'
import { type DeskOptions, mountDeskForm, mountDeskPage, type SentForm } from '../shell/mount.ts'
import { orRefused } from '../shell/refused.ts'
import { ingestPage } from './draw.ts'
import { linesOfAddresses, linesOfFiles, linesOfText } from './lines.ts'

export type IngestOptions = DeskOptions & SubmitOptions

/** Mounts the page that adds articles: from addresses, from files, or pasted. */
export async function ingestDeskRoutes(app: App, options: IngestOptions): Promise<void> {
  mountDeskPage(app, options, { path: '/desk/ingest', scope: 'ingest' }, async (desk) =>
    ingestPage(desk, {}, null),
  )
  mountAdd(app, options, 'addresses', ({ fields }) => linesOfAddresses(fields))
  mountAdd(app, options, 'text', ({ fields }) => linesOfText(fields))
  await app.register(async (scoped) => {
    acceptFormsWithFiles(scoped, ({ fields, files }) => ({ ...fields, files }))
    mountAdd(scoped, options, 'files', ({ fields, request }) => {
      const { files = [] } = request.body as { readonly files?: readonly SentFile[] }
      return linesOfFiles(fields, files)
    })
  })
}

/** Mounts a form that adds articles. @param linesOf returns an article for each line of a job. */
function mountAdd(
  app: App,
  options: IngestOptions,
  kind: string,
  linesOf: (form: SentForm) => string[],
): void {
  const route = { path: `/desk/ingest/${kind}`, scope: 'ingest', bodyLimit: LARGEST_BODY } as const
  mountDeskForm(app, options, route, (form) => {
    const again = async (fault: Parameters<typeof ingestPage>[2]): Promise<Page> =>
      ingestPage(form, form.fields, fault)
    return orRefused(form, async () => submit(form, options, linesOf(form)), {
      again,
      conflict: () => again(null),
    })
  })
}

/** Stores articles as a job. Returns the path of the page that shows its progress. */
async function submit(
  { caller, fields }: SentForm,
  options: IngestOptions,
  lines: string[],
): Promise<string> {
  const body = Buffer.from(`${lines.join('\n')}\n`)
  const key = createHash('sha256')
    .update(fields['once'] ?? '')
    .update(body)
    .digest('hex')
  const write = { caller: caller.id, operation: 'ingestArticles', key }
  const answer = await submitJob(bytesOf(body), write, caller.name, options)
  const { id } = answer.body as { readonly id: string }
  return `/desk/jobs/${id}`
}

async function* bytesOf(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body
}
