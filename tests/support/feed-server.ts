import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface FeedServer {
  /** The origin: `http://127.0.0.1:port`. */
  readonly origin: string
  /** Host and port, in the format of ONRECORD_FETCH_ALLOW. */
  readonly host: string
  /** The paths of all requests, in order. */
  readonly requests: string[]
  /** The most requests that were open at the same time. */
  readonly mostAtOnce: () => number
  /** Answers a path with a body, or with a handler. Paths without an answer get 404. */
  on(path: string, answer: string | Handler, headers?: Readonly<Record<string, string>>): void
}

/** Starts a web server with feeds and articles, for the running test. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Handler>()
  const requests: string[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push(path)
    most = Math.max(most, ++open)
    let isOpen = true
    const end = (): void => {
      if (isOpen) open--
      isOpen = false
    }
    response.on('finish', end).on('close', end)
    const answer = answers.get(path)
    if (answer) answer(request, response)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('not here')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    origin: `http://${host}`,
    host,
    requests,
    mostAtOnce: () => most,
    on(path, answer, headers = { 'content-type': 'text/html; charset=utf-8' }) {
      answers.set(
        path,
        typeof answer === 'string'
          ? (_request, response) => response.writeHead(200, headers).end(answer)
          : answer,
      )
    },
  }
}

/** The header of RSS. */
export const RSS = { 'content-type': 'application/rss+xml; charset=utf-8' }

/** Returns a page with an article that quotes Ada Brandt. */
export const articlePage = (words: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${words}</title>${head}</head><body><article><h1>${words}</h1>
  <p>“${words},” harbour master Ada Brandt said. The harbour has been closed since the storm of last week, and nobody crossed.</p>
  <p>The board meets again next month, and the report of the engineers is expected before the end of the year.</p></article></body></html>`

/** An item of RSS. */
export interface Item {
  readonly link: string
  readonly title?: string
  readonly guid?: string
  readonly pubDate?: string
}

/** Returns an RSS feed with these items. */
export const rssOf = (items: readonly Item[], title = 'The Gazette'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title>${items
    .map(
      (item) =>
        `<item><title>${item.title ?? 'News'}</title><link>${item.link}</link>${
          item.guid ? `<guid isPermaLink="false">${item.guid}</guid>` : ''
        }${item.pubDate ? `<pubDate>${item.pubDate}</pubDate>` : ''}</item>`,
    )
    .join('')}</channel></rss>`
