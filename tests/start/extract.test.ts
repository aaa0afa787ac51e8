import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/cli.ts'
import { temporaryDirectory } from '../support/directories.ts'

const TEXT = '“The ferry runs all winter,” Harbour Master Ada Brandt said on Tuesday.\n'

async function extract(parameters: readonly string[], input = '') {
  const { child, ended } = run(['extract', ...parameters], { directory: await temporaryDirectory() })
  child.stdin?.end(input)
  return ended
}

describe('onrecord extract', () => {
  it('reads standard input and prints a report', async () => {
    const { code, stdout, stderr } = await extract(['--published', '2025-01-15'], TEXT)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('“The ferry runs all winter”')
    expect(stdout).not.toContain('\u001b')
  })

  it('reads a file and prints JSON in which every span slices to its evidence', async () => {
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

  it('prints a prediction for each line with --predictions and exits with 1 if a line was malformed', async () => {
    const good = JSON.stringify({ id: 'a', text: TEXT, date: '2025-01-15' })
    expect(await extract(['--predictions'], `${good}\n`)).toMatchObject({ code: 0, stderr: '' })
    const mixed = await extract(['--predictions'], `nonsense\n${good}\n`)
    expect(mixed.code).toBe(1)
    expect(mixed.stderr).toMatch(/^line 1: not JSON/)
    expect(JSON.parse(mixed.stdout)).toMatchObject({ id: 'a' })
  })

  it('needs no database and ignores a wrong configuration', async () => {
    const { child, ended } = run(['extract'], {
      directory: await temporaryDirectory(),
      environment: { DATABASE_URL: 'nonsense', PORT: 'nonsense' },
    })
    child.stdin?.end(TEXT)
    expect((await ended).code).toBe(0)
  })

  it.each([
    ['a malformed date', ['--published', 'soon'], 2, /Give an EDTF date/],
    ['an unknown option', ['--jsn'], 2, /unknown option '--jsn' \(Did you mean --json\?\)\n$/],
    [
      'a missing file',
      ['nowhere.txt'],
      1,
      /^onrecord: nowhere\.txt cannot be read \(ENOENT\)\. Check its path and permissions\.\n$/,
    ],
  ])('prints one error and exits with a code of its own for %s', async (_, parameters, code, pattern) => {
    const ended = await extract(parameters, TEXT)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(pattern)
    expect(ended.stdout).toBe('')
  })

  it('exits with 0 and without an error if its reader closes the pipe', async () => {
    const { child, ended } = run(['extract', '--predictions'], { directory: await temporaryDirectory() })
    child.stdout?.destroy()
    const line = `${JSON.stringify({ id: 'a', text: TEXT })}\n`
    child.stdin?.on('error', () => undefined).end(line.repeat(2000))
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
  })
})
