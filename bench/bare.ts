import Fastify from 'fastify'
import pg from 'pg'
import { FILTERED, LIMIT, LIST, ONE } from './bare-sql.ts'

// The server with which the service is compared: the least code that answers the same JSON. PostgreSQL builds the text,
// and the server sends it without a check.

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE']),
})
const app = Fastify()

/** Leaves JSON as the text from PostgreSQL. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.JSON ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

interface Filters {
  readonly official?: string
  readonly type?: string
  readonly said_from?: string
  readonly said_to?: string
}

app.get<{ Querystring: Filters }>('/v1/statements', async (request, reply) => {
  const { official, type, said_from, said_to } = request.query
  const { rows } = await (official
    ? pool.query({
        name: 'filtered',
        text: FILTERED,
        values: [official, type?.split(','), said_from, said_to],
        types,
      })
    : pool.query({ name: 'list', text: LIST, types }))
  const { items, said, id } = rows[0]
  const cursor = id && Buffer.from(JSON.stringify([said, id])).toString('base64url')
  const page = {
    limit: LIMIT,
    count: null,
    self: request.url,
    first: request.url,
    prev: null,
    next: cursor && `${request.url}${request.url.includes('?') ? '&' : '?'}cursor=${cursor}`,
  }
  reply.type('application/json; charset=utf-8')
  return `{"items":${items ?? '[]'},"page":${JSON.stringify(page)}}`
})

app.get<{ Params: { id: string } }>('/v1/statements/:id', async (request, reply) => {
  const { rows } = await pool.query({ name: 'one', text: ONE, values: [request.params.id], types })
  reply.type('application/json; charset=utf-8')
  return rows[0].item
})

app.get('/empty', async () => '')

process.once('SIGINT', async () => {
  await app.close()
  await pool.end()
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
