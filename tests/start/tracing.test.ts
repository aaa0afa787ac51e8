import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: number }
}

interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: readonly Attribute[]
}

interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[]
  }[]
}

/** Starts a receiver of OTLP as JSON over HTTP. */
async function startCollector() {
  const batches: Batch[] = []
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    bodies.push(`${request.url} ${body}`)
    batches.push(JSON.parse(body) as Batch)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return {
    endpoint: `http://127.0.0.1:${port}`,
    batches,
    bodies,
    spans: () =>
      batches.flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
  }
}

const attributeOf = ({ attributes }: Span, key: string) => {
  const value = attributes.find((attribute) => attribute.key === key)?.value
  return value?.stringValue ?? value?.intValue
}

it('requests, their statements and the articles of jobs are traced, without words of callers', async () => {
  const collector = await startCollector()
  const directory = await temporaryDirectory()
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    ONRECORD_SEED: 'demo',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  }
  const service = await serve({ directory, environment })
  const key = (
    await run(['keys', 'create', '--name', 'desk', '--scope', 'ingest'], { directory, environment }).ended
  ).stdout.trim()
  const caller = 'ab'.repeat(16)
  const found = await fetch(`${service.url}/v1/statements?q=sanctions&official=vedant-patel`, {
    headers: { traceparent: `00-${caller}-${'cd'.repeat(8)}-01` },
  })
  expect(found.status).toBe(200)
  const sent = await fetch(`${service.url}/v1/articles:batch?async=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${key}` },
    body: `${JSON.stringify({ text: '“The lock is open,” harbour master Ada Brandt said.' })}\n`,
  })
  const job = `${service.url}${new URL(sent.headers.get('location')!, service.url).pathname}`
  const isDone = async () =>
    ((await (await fetch(job, { headers: { authorization: `Bearer ${key}` } })).json()) as { state: string })
      .state === 'done'
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 100))
  await fetch(`${service.url}/health/live`)
  service.child.kill('SIGTERM')
  expect((await service.ended).code).toBe(0)

  const spans = collector.spans()
  const ofCaller = spans.filter(({ traceId }) => traceId === caller)
  const request = ofCaller.find(({ name }) => name === 'GET /v1/statements')!
  expect(request.parentSpanId).toBe('cd'.repeat(8))
  expect(attributeOf(request, 'http.response.status_code')).toBe(200)
  expect(attributeOf(request, 'onrecord.request_id')).toBe(found.headers.get('x-request-id'))
  const statements = ofCaller.filter(({ parentSpanId }) => parentSpanId === request.spanId)
  expect(statements.length).toBeGreaterThan(1)
  expect(statements.map((span) => attributeOf(span, 'db.query.text')).join()).toMatch(/FROM statements/)

  const piece = spans.find(({ name }) => name === 'ingest articles')!
  const ofPiece = spans.filter(({ traceId }) => traceId === piece.traceId)
  expect(ofPiece.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['read a text', 'BEGIN', 'INSERT', 'COMMIT']),
  )
  expect(spans.filter(({ name }) => name.includes('health'))).toEqual([])
  const everything = collector.bodies.join('\n')
  for (const word of ['sanctions', 'patel', 'Brandt', 'lock is open', key.slice(-20)]) {
    expect(everything).not.toContain(word)
  }
  expect(collector.bodies[0]).toMatch(/^\/v1\/traces /)
  const resource = collector.batches[0]!.resourceSpans[0]!.resource.attributes
  expect(Object.fromEntries(resource.map(({ key, value }) => [key, value.stringValue]))).toMatchObject({
    'service.name': 'onrecord',
    'deployment.environment.name': 'test',
  })
})

it('the service stops in time if the receiver of traces does not answer', async () => {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  }
  const service = await serve({ directory: await temporaryDirectory(), environment })
  expect((await fetch(`${service.url}/v1/statements`)).status).toBe(200)
  service.child.kill('SIGTERM')
  expect((await service.ended).code).toBe(0)
})
