import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestService } from './app.ts'
import { outputOf } from './output.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')
const ROOT = new URL('../../', import.meta.url)

/** Where the pages say the service is. */
const DOCUMENTED = 'http://127.0.0.1:3000'

/** What a page's commands did. */
export interface Done {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** What the service answered, in the order in which it did: `POST /v1/articles 201`. */
  readonly answers: readonly string[]
}

/** The commands of a page, or of some of its parts, in their order. */
export async function commandsOf(page: string, parts?: readonly string[]): Promise<readonly string[]> {
  const text = await readFile(new URL(page, ROOT), 'utf8')
  const chosen = text.split(/^## /m).filter((part) => !parts || parts.includes(part.split('\n')[0]!))
  return chosen.flatMap((part) =>
    [...part.matchAll(/^```(?:sh|bash)\n(.*?)^```$/gms)].map(([, block]) => block!),
  )
}

/** Where somebody follows a page. */
export interface Reader {
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  /** Addresses and ids on the page, and what stands for them here. */
  readonly replaced: Readonly<Record<string, string>>
}

/**
 * Runs commands as a reader would, one after another in one shell that stops at the first failure: `npx onrecord` and
 * `npm run` are the code of this repository on the service's database, and the service is where the pages say.
 */
export async function runCommands(
  { app, database }: TestService,
  commands: readonly string[],
  { directory, environment, replaced }: Reader,
): Promise<Done> {
  const answers: string[] = []
  app.server.on('request', (request, response) => {
    response.on('finish', () => answers.push(`${request.method} ${request.url} ${response.statusCode}`))
  })
  const { port } = app.server.address() as { port: number }
  const places = { [DOCUMENTED]: `http://127.0.0.1:${port}`, ...replaced }
  const script = Object.entries(places).reduce(
    (text, [written, real]) => text.replaceAll(written, real),
    ['set -euo pipefail', ...commands].join('\n'),
  )
  const child = spawn('bash', ['-c', script], {
    cwd: directory,
    env: {
      PATH: [await makePrograms(directory), process.env['PATH']].join(delimiter),
      ...environment,
      DATABASE_URL: database.url,
      ONRECORD: places[DOCUMENTED],
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code, stdout, stderr } = await outputOf(child).ended
  return { code, stdout, stderr, answers }
}

/** What a reader has on the path once the project is installed. */
async function makePrograms(directory: string): Promise<string> {
  const folder = join(directory, '.programs')
  const programs = {
    onrecord: `exec "${process.execPath}" --import "${TSX}" "${CLI}" "$@"`,
    npx: '[ "$1" = onrecord ] || exit 127; shift; exec onrecord "$@"',
    npm: '[ "$1" = run ] || exit 127; shift; while [ "$1" = -s ] || [ "$1" = --silent ]; do shift; done; name=$1; shift; [ "$1" = -- ] && shift; [ "$name" = onrecord ] || set -- "$name" "$@"; exec onrecord "$@"',
  }
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(programs)) {
    const file = join(folder, name)
    await writeFile(file, `#!/usr/bin/env bash\n${text}\n`)
    await chmod(file, 0o755)
  }
  return folder
}
