import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createMcpHandler, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/db.ts'
import { clientGone } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import type { Reader, ReadingQueue } from '../extraction/domain.ts'
import { LARGEST_DRAFT } from '../verification/draft/parameters.ts'
import { createMcpServer } from './server.ts'

export interface AssistantOptions {
  readonly db: Db
  readonly now: () => Date
  readonly queue: ReadingQueue
  readonly reader: Reader
  readonly textMaxBytesWithoutKey: number
  /** The configured address of the service; undefined if callers use the address of the listener. */
  readonly publicUrl: string | undefined
}

const MCP_PATH = '/mcp'
/** The names of this machine. A page of another site cannot have them as its origin. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Mounts the Model Context Protocol over HTTP. Each request is whole: there are no sessions, so any process can answer
 * it, and there are no streams from the service.
 */
export function assistantRoutes(app: App, { publicUrl, ...options }: AssistantOptions): void {
  const hosts = [...LOOPBACK, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]
  app.post(
    MCP_PATH,
    {
      bodyLimit: LARGEST_DRAFT,
      schema: { hide: true },
      config: { scope: 'read', produces: false, conditional: false },
    },
    async (request, reply) => {
      demandKnownHost(request, hosts)
      if (Array.isArray(request.body))
        throw new DomainError(
          'invalid_body',
          'The body is a list. Send one JSON-RPC message in each request.',
        )
      const gone = clientGone(reply)
      const context = {
        ...options,
        lists: app,
        who: request.caller?.holder ?? request.ip,
        hasKey: request.caller !== null,
        gone,
        origin: app.originOf(request),
      }
      const handler = createMcpHandler(() => createMcpServer(context, request.log as Logger), {
        maxSubscriptions: 0,
        onerror: (err) => request.log.info({ err }, 'refused a message of an assistant'),
      })
      const asked = new Request(new URL(MCP_PATH, 'http://localhost'), {
        method: 'POST',
        headers: headersOf(request),
        signal: gone,
      })
      return send(reply, await handler.fetch(asked, { parsedBody: request.body }))
    },
  )
}

/**
 * Refuses requests through foreign names. Otherwise a page in a browser could ask a service on this machine, under a
 * name that leads to this machine (DNS rebinding).
 */
function demandKnownHost({ headers }: FastifyRequest, hosts: string[]): void {
  const isKnown = validateHostHeader(headers.host, hosts).ok && validateOriginHeader(headers.origin, hosts).ok
  if (isKnown) return
  throw new DomainError(
    'forbidden',
    `${MCP_PATH} answers under ${hosts.join(', ')}. For another host or for web pages of another origin, set ONRECORD_PUBLIC_URL to the address that assistants use.`,
  )
}

function headersOf({ headers }: FastifyRequest): Headers {
  const copied = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    // The body is parsed already, so its length and coding are of no use.
    if (
      typeof value === 'string' &&
      !/^(?:connection|content-(?:length|encoding)|transfer-encoding)$/.test(name)
    )
      copied.set(name, value)
  }
  return copied
}

/** The headers of a response of the protocol that this service sets itself. */
const OWN_HEADERS = new Set(['cache-control', 'connection'])

/** Sends the response of the protocol. */
function send(reply: FastifyReply, response: Response): FastifyReply {
  reply.code(response.status)
  for (const [name, value] of response.headers) if (!OWN_HEADERS.has(name)) reply.header(name, value)
  return reply.send(response.body ? Readable.fromWeb(response.body as ReadableStream) : '')
}
