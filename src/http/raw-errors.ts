import { randomUUID } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { DomainError } from '../core/errors.ts'
import { CORS_HEADERS } from './cors.ts'
import { PROBLEM_MEDIA_TYPE, problemOf } from './problems.ts'
import { SECURITY_HEADERS } from './security.ts'

const PARSER_ERRORS: Readonly<Record<string, DomainError>> = {
  HPE_HEADER_OVERFLOW: new DomainError(
    'headers_too_large',
    'The request line and headers are larger than the server accepts. Send fewer or shorter headers.',
  ),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new DomainError(
    'payload_too_large',
    'The chunk extensions are too large. Send chunks without extensions.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError(
    'request_timeout',
    'The request did not arrive completely in time. Send it faster or in smaller parts.',
  ),
}
const NOT_HTTP = new DomainError('malformed_request', 'The bytes received are not an HTTP/1.1 request.')

type Headers = Readonly<Record<string, string>>

const rawAnswer = (
  error: DomainError,
  target: string,
  publicUrl: string | undefined,
  headers: Headers = {},
) => {
  const requestId = randomUUID()
  const problem = problemOf(error, target, requestId, publicUrl)
  const body = JSON.stringify(problem)
  return {
    status: problem.status,
    body,
    headers: {
      'content-type': `${PROBLEM_MEDIA_TYPE}; charset=utf-8`,
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      connection: 'close',
      'x-request-id': requestId,
      ...SECURITY_HEADERS,
      ...CORS_HEADERS,
      ...headers,
    },
  }
}

/** Writes a complete response to a socket that has no response object, and closes the socket. */
const writeRaw = (socket: Duplex, answer: ReturnType<typeof rawAnswer>): void => {
  const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\ndate: ${new Date().toUTCString()}\r\n`
  socket.end(`${head}${lines.join('')}\r\n${answer.body}`, () => socket.destroy())
}

/** Answers requests that never reach Fastify: malformed HTTP, unknown `Expect` headers, and CONNECT. */
export interface RawErrors {
  /** Fastify's `clientErrorHandler`. */
  readonly onClientError: (error: Error & { code?: string }, socket: Duplex) => void
  /** Adds listeners for `Expect` headers and CONNECT, and tracks the sockets with a response in progress. */
  readonly attach: (server: Server) => void
}

/**
 * Creates the handlers.
 * @param publicUrl the origin of the service, for the `type` of problems.
 * @param log receives the error code and the parser's code of each refused request.
 */
export const createRawErrors = (
  publicUrl: string | undefined,
  log: (code: string, cause: string) => void,
): RawErrors => {
  const answering = new WeakMap<Duplex, ServerResponse>()

  const onClientError = (error: Error & { code?: string }, socket: Duplex): void => {
    // The client would read an error that is written during a response as part of the response.
    const midAnswer = answering.get(socket)?.headersSent === true
    if (error.code === 'ECONNRESET' || !socket.writable || midAnswer) {
      socket.destroy()
      return
    }
    const known = PARSER_ERRORS[error.code ?? ''] ?? NOT_HTTP
    log(known.code, error.code ?? 'unknown')
    writeRaw(socket, rawAnswer(known, '/', publicUrl))
  }

  const attach = (server: Server): void => {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      answering.set(request.socket, response)
      response.once('close', () => answering.delete(request.socket))
    })
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      const error = new DomainError(
        'expectation_failed',
        'The only supported expectation is Expect: 100-continue. Remove the header Expect.',
      )
      const { status, headers, body } = rawAnswer(error, request.url ?? '/', publicUrl)
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
    })
    server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
      const error = new DomainError(
        'method_not_allowed',
        'The server is not a proxy and does not support CONNECT.',
      )
      // An empty Allow says that the target supports no method here, because it is another server.
      writeRaw(socket, rawAnswer(error, '/', publicUrl, { allow: '' }))
    })
  }

  return { onClientError, attach }
}
