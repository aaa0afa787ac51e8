import type { Scope } from '../../../src/core/scopes.ts'
import type { Db } from '../../../src/database/db.ts'
import { createKey } from '../../../src/features/access/keys/domain.ts'
import type { View } from './browser.ts'

/** Creates a key for a reviewer. Returns its secret. */
export async function reviewerKey(
  db: Db,
  now: Date,
  name = 'Night desk',
  scopes: readonly Scope[] = ['review', 'ingest'],
): Promise<string> {
  const { secret } = await createKey(db, { name, scopes, expiresAt: null }, now)
  return secret
}

/** Signs in with a key as a browser does. Returns the cookie of the session. */
export async function signInWith(origin: string, key: string): Promise<NonNullable<View['session']>> {
  const answer = await fetch(`${origin}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ key }),
  })
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  const [name = '', value = ''] = pair.split('=')
  return { name, value, url: origin }
}

/** Sends two texts as a job, one of which cannot be read. Returns the path of the page of the job. */
export async function sendJob(
  origin: string,
  { name, value }: NonNullable<View['session']>,
): Promise<string> {
  const cookie = `${name}=${value}`
  const page = await fetch(`${origin}/desk/ingest`, { headers: { cookie, accept: 'text/html' } })
  const [, form = ''] = /name="form" value="([^"]+)"/.exec(await page.text()) ?? []
  const lines = [
    {
      text: 'The dykes hold, Mayor Rana Haddad said on Monday.',
      title: 'Dykes hold',
      published: '2025-03-12',
    },
    { html: '<p>' },
  ]
  const body = new FormData()
  body.set('form', form)
  body.set('file', new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]), 'articles.ndjson')
  const answer = await fetch(`${origin}/desk/ingest/files`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, accept: 'text/html' },
    body,
  })
  return answer.headers.get('location') ?? ''
}
