import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createResolver, isUnanswered } from '../../../src/net/resolve.ts'

const A = 1
const AAAA = 28
const ADDRESSES: Readonly<Record<number, readonly number[]>> = {
  [A]: [192, 0, 2, 7],
  [AAAA]: [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7],
}

interface Question {
  readonly host: string
  readonly type: number
}

/** The name and type that a DNS query asks for (RFC 1035), and where its question ends. */
function readQuestion(query: Buffer): Question & { readonly end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { host: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 }
}

/** A name server on the loopback interface: `answers` says to which questions it has an address. */
async function nameServer(answers: (question: Question) => 'address' | 'unknown' | 'silence') {
  const asked: Question[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    const { end, ...question } = readQuestion(query)
    asked.push(question)
    const answer = answers(question)
    if (answer === 'silence') return
    const head = Buffer.from(query.subarray(0, end))
    head.writeUInt16BE(answer === 'unknown' ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(answer === 'unknown' ? 0 : 1, 6)
    head.writeUInt32BE(0, 8)
    const address = Buffer.from(ADDRESSES[question.type]!)
    const record = Buffer.from([0xc0, 12, 0, question.type, 0, 1, 0, 0, 0, 60, 0, address.length])
    socket.send(answer === 'unknown' ? head : Buffer.concat([head, record, address]), from.port)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  return { servers: [`127.0.0.1:${socket.address().port}`], asked }
}

it('returns addresses of both kinds', async () => {
  const { servers } = await nameServer(() => 'address')
  expect(await createResolver({ servers })('both.example')).toEqual([
    { address: '192.0.2.7', family: 4 },
    { address: '2001:db8::7', family: 6 },
  ])
})

it('returns addresses of one kind if the name server knows no others, or does not answer for the other kind', async () => {
  for (const other of ['unknown', 'silence'] as const) {
    const { servers } = await nameServer(({ type }) => (type === A ? 'address' : other))
    const addresses = await createResolver({ servers, deadlineMs: 500 })('old.example')
    expect(addresses).toEqual([{ address: '192.0.2.7', family: 4 }])
  }
})

it('distinguishes an unknown host from a name server that does not answer', async () => {
  const { servers } = await nameServer(({ host }) => (host === 'slow.example' ? 'silence' : 'unknown'))
  const resolve = createResolver({ servers, deadlineMs: 300 })
  const reasonOf = (host: string) => resolve(host).catch((error: unknown) => error)
  expect(isUnanswered(await reasonOf('nowhere.example'))).toBe(false)
  expect(isUnanswered(await reasonOf('slow.example'))).toBe(true)
})

it('hosts whose name server never answers block neither the threads of the process nor other hosts', async () => {
  const { servers } = await nameServer(({ host }) => (host.startsWith('slow') ? 'silence' : 'address'))
  const resolve = createResolver({ servers, deadlineMs: 5000 })
  let given = 0
  const slow = Array.from({ length: 50 }, (_, index) => resolve(`slow${index}.example`).catch(() => given++))
  // Both of these would wait for one of the four threads if the lookups held them.
  expect((await resolve('quick.example')).length).toBeGreaterThan(0)
  await readFile(new URL(import.meta.url))
  expect(given).toBe(0)
  await Promise.all(slow)
})

it('shares one look-up among concurrent requests for a host, and looks it up again later', async () => {
  const { servers, asked } = await nameServer(() => 'address')
  const resolve = createResolver({ servers })
  await Promise.all(Array.from({ length: 20 }, () => resolve('busy.example')))
  expect(asked).toHaveLength(2)
  await resolve('busy.example')
  expect(asked).toHaveLength(4)
})

it('looks up no more hosts at the same time than it may', async () => {
  const { servers } = await nameServer(() => 'silence')
  const resolve = createResolver({ servers, deadlineMs: 300, hostsMax: 3 })
  const lookups = [1, 2, 3, 4].map((n) => resolve(`host${n}.example`).catch((error: Error) => error.message))
  expect((await Promise.all(lookups))[3]).toBe('3 hosts are being looked up')
  const reason = await resolve('host5.example').catch((error: unknown) => error)
  expect(isUnanswered(reason)).toBe(true)
})

it('never asks a name server for localhost', async () => {
  const { servers, asked } = await nameServer(() => 'address')
  const resolve = createResolver({ servers })
  for (const host of ['localhost', 'LOCALHOST.', 'inside.localhost'])
    expect((await resolve(host)).map(({ address }) => address)).toEqual(['127.0.0.1', '::1'])
  expect(asked).toEqual([])
})
