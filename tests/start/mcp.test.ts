import { readFile } from 'node:fs/promises'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { describe, expect, it } from 'vitest'
import { connect, ERAS } from '../assistants/client.ts'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { builtProgram } from '../support/program.ts'

const DRAFT = '“The ferry will run all winter,” harbour master Ada Brandt said on Tuesday.'

async function prepare() {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  expect((await run(['seed'], { directory, environment }).ended).code).toBe(0)
  return { directory, environment }
}

const messages = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}

describe('onrecord mcp', () => {
  it.each(ERAS)('serves the tools and resources to an assistant that starts it: %s', async (era) => {
    const { directory, environment } = await prepare()
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [builtProgram(), 'mcp'],
      cwd: directory,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    })
    const { client, call } = await connect(transport, era)
    expect(client.getProtocolEra()).toBe(era === 'auto' ? 'modern' : 'legacy')
    expect((await client.listTools()).tools).toHaveLength(7)
    const { data } = await call('search', { query: 'Patel missiles' })
    const [{ id, url }] = data.results
    expect(url).toBe(`onrecord://statement/${id}`)
    expect((await call('fetch', { id: url })).data.id).toBe(id)
    expect((await client.readResource({ uri: url })).contents).toHaveLength(1)
    const drafts = await Promise.all(Array.from({ length: 20 }, () => call('verify_draft', { text: DRAFT })))
    const answers = drafts.map(({ isError, text }) => (isError ? text : 'checked'))
    expect(new Set(answers).size).toBeGreaterThan(0)
    expect(answers).toContain('checked')
    for (const answer of answers) expect(answer).toMatch(/^checked$|^unavailable: .*Send yours again/)
    expect((await call('timeline', { speaker: 'nobody at all' })).isError).toBe(true)
  })

  it('starts from the configuration of the page, with the built-in database of a running service', async () => {
    const directory = await temporaryDirectory()
    const environment = { ONRECORD_SEED: 'demo', ONRECORD_DATA_DIRECTORY: `${directory}/data` }
    await serve({ directory, environment })
    const page = await readFile(new URL('../../docs/assistants.md', import.meta.url), 'utf8')
    const { command, args, env } = JSON.parse(/^```json\n(.*?)^```$/ms.exec(page)![1]!).mcpServers.onrecord
    expect([command, args]).toEqual(['node', ['/path/to/onrecord/dist/cli.js', 'mcp']])
    expect(env).toEqual({ ONRECORD_DATA_DIRECTORY: '/path/to/onrecord/.data' })
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [builtProgram(), 'mcp'],
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', ONRECORD_DATA_DIRECTORY: environment.ONRECORD_DATA_DIRECTORY },
    })
    const { call } = await connect(transport)
    expect((await call('who_said', { words: 'pakistan' })).data.record.articles).toBe(1)
  })

  it('writes nothing but the protocol to standard output, and ends with its input', async () => {
    const { directory, environment } = await prepare()
    const { child, ended, output } = run(['mcp'], {
      directory,
      environment: { ...environment, LOG_LEVEL: 'trace' },
    })
    child.stdin!.write(`not a message\n${JSON.stringify(INITIALIZE)}\n`)
    await expect.poll(() => messages(output()).length, { timeout: PATIENCE_MS }).toBeGreaterThan(0)
    child.stdin!.end()
    const { code, stdout } = await ended
    expect(code).toBe(0)
    for (const message of messages(stdout)) expect(message).toMatchObject({ jsonrpc: '2.0' })
    expect(messages(stdout).at(-1)).toMatchObject({ id: 1, result: { serverInfo: { name: 'onrecord' } } })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s', async (signal) => {
    const { directory, environment } = await prepare()
    const { child, ended, output } = run(['mcp'], { directory, environment })
    child.stdin!.write(`${JSON.stringify(INITIALIZE)}\n`)
    await expect.poll(() => messages(output()).length, { timeout: PATIENCE_MS }).toBe(1)
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('says on standard error why it cannot start', async () => {
    const directory = await temporaryDirectory()
    const environment = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const { code, stdout, stderr } = await run(['mcp'], { directory, environment }).ended
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^onrecord: /)
  })
})
