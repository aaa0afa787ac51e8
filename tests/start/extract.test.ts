import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../support/directories.ts'
import { run } from '../support/service.ts'

const TEXT = '“The ferry runs all winter,” Harbour Master Ada Brandt said on Tuesday.\n'

async function extract(parameters: readonly string[], input = '') {
  const { child, ended } = run(['extract', ...parameters], { directory: await temporaryDirectory() })
  child.stdin?.end(input)
  return ended
}

describe('onrecord extract', () => {
  it('reads standard input and answers for people', async () => {
    const { code, stdout, stderr } = await extract(['--published', '2025-01-15'], TEXT)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('“The ferry runs all winter,”')
    expect(stdout).not.toContain('\u001b')
  })

  it('reads a file and answers in JSON, each piece of evidence where it says', async () => {
    const file = join(await temporaryDirectory(), 'article.txt')
    await writeFile(file, TEXT)
    const { code, stdout } = await extract([file, '--json'])
    expect(code).toBe(0)
    const { statements } = JSON.parse(stdout) as {
      statements: { segments: { start: number; end: number; exact: string }[] }[]
    }
    expect(statements.length).toBeGreaterThan(0)
    for (const { start, end, exact } of statements.flatMap(({ segments }) => segments)) {
      expect(TEXT.slice(start, end)).toBe(exact)
    }
  })

  it('answers line by line with --predictions, and fails in the end where a line was broken', async () => {
    const good = JSON.stringify({ id: 'a', text: TEXT, date: '2025-01-15' })
    expect(await extract(['--predictions'], `${good}\n`)).toMatchObject({ code: 0, stderr: '' })
    const mixed = await extract(['--predictions'], `nonsense\n${good}\n`)
    expect(mixed.code).toBe(1)
    expect(mixed.stderr).toMatch(/^line 1: not JSON/)
    expect(JSON.parse(mixed.stdout)).toMatchObject({ id: 'a' })
  })

  it('needs no database, and no configuration that is right', async () => {
    const { child, ended } = run(['extract'], {
      directory: await temporaryDirectory(),
      environment: { DATABASE_URL: 'nonsense', PORT: 'nonsense' },
    })
    child.stdin?.end(TEXT)
    expect((await ended).code).toBe(0)
  })

  it.each([
    ['a date that is none', ['--published', 'soon'], 2, /no EDTF date/],
    ['an option that is none', ['--jsn'], 2, /unknown option '--jsn' \(Did you mean --json\?\)\n$/],
    [
      'a file that is not there',
      ['nowhere.txt'],
      1,
      /^onrecord: nowhere\.txt cannot be read \(ENOENT\)\.\n$/,
    ],
  ])('says so, and exits so, for %s', async (_, parameters, code, pattern) => {
    const ended = await extract(parameters, TEXT)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(pattern)
    expect(ended.stdout).toBe('')
  })

  it('goes quietly when its reader has seen enough', async () => {
    const { child, ended } = run(['extract', '--predictions'], { directory: await temporaryDirectory() })
    child.stdout?.destroy()
    const line = `${JSON.stringify({ id: 'a', text: TEXT })}\n`
    child.stdin?.on('error', () => undefined).end(line.repeat(2000))
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
  })
})
