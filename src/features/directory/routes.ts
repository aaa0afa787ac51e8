import { z } from 'zod'
import { API_INFO } from '../../documentation/api.ts'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import type { App } from '../../http/instance.ts'
import { Directory } from './schema.ts'

export interface DirectoryOptions {
  /** True if the service has the page at `/docs`. */
  readonly hasDocs: boolean
}

/** Mounts the answers to `/` and `/v1`: the links to everything else. */
export function directoryRoutes(app: App, { hasDocs }: DirectoryOptions): void {
  const directory: Directory = {
    name: API_INFO.title,
    version: API_INFO.version,
    description: 'Who said what, when, and the exact characters that prove it.',
    links: {
      search: '/v1/search?q=what+was+said+last+week',
      statements: '/v1/statements',
      export: '/v1/export',
      officials: '/v1/officials',
      organizations: '/v1/organizations',
      dates: '/v1/dates',
      articles: '/v1/articles',
      publishers: '/v1/publishers',
      changes: '/v1/changes',
      accuracy: '/v1/accuracy',
    },
    documents: {
      openapi: '/openapi.json',
      docs: hasDocs ? '/docs' : null,
      errors: '/docs/errors',
    },
  }
  const about = {
    tags: ['service'],
    summary: 'Where to begin',
    description: 'Links to the lists of the API and to its documents.',
  }
  const data = Directory.meta({ examples: [directory] })
  const dataOrPage = {
    description: 'The links, or a page to search for a caller that prefers `text/html`.',
    content: { 'application/json': { schema: data }, [HTML_MEDIA_TYPE]: { schema: z.string() } },
  }
  for (const [url, operationId, answer] of [
    ['/', 'getDirectory', dataOrPage],
    ['/v1', 'getVersionDirectory', data],
  ] as const) {
    const schema = { operationId, ...about, response: { 200: answer } }
    app.get(url, { config: { scope: 'open' }, schema }, async () => directory)
  }
}
