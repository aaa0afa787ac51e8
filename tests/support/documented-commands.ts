import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { outputOf } from './output.ts'
import { builtProgram } from './program.ts'
import type { TestService } from './seeded-service.ts'

const ROOT = new URL('../../', import.meta.url)

/** The origin of the service in the documents. */
const DOCUMENTED_ORIGIN = 'http://127.0.0.1:3000'

/** The result of a page's commands. */
export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The responses of the service in order: `POST /v1/articles 201`. */
  readonly answers: readonly string[]
}

/** Returns the shell commands of a page, or of some of its sections, in order. */
export async function commandsOf(page: string, sections?: readonly string[]): Promise<readonly string[]> {
  const text = await readFile(new URL(page, ROOT), 'utf8')
  const chosen = text.split(/^## /m).filter((part) => !sections || sections.includes(part.split('\n')[0]!))
  return chosen.flatMap((part) =>
    [...part.matchAll(/^```(?:sh|bash)\n(.*?)^```$/gms)].map(([, block]) => block!),
  )
}

/** The surroundings in which the commands of a page run. */
export interface CommandContext {
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  /** Replacements for URLs and ids of the page. */
  readonly replaced: Readonly<Record<string, string>>
}

/**
 * Runs commands in sequence in one shell that stops at the first failure. `npm run` runs the code of
 * this repository on the service's database. The documented origin is replaced by the service's.
 */
export async function runCommands(
  { app, database }: TestService,
  commands: readonly string[],
  { directory, environment, replaced }: CommandContext,
): Promise<CommandResult> {
  const answers: string[] = []
  app.server.on('request', (request, response) => {
    response.on('finish', () => answers.push(`${request.method} ${request.url} ${response.statusCode}`))
  })
  const { port } = app.server.address() as { port: number }
  const replacements = { [DOCUMENTED_ORIGIN]: `http://127.0.0.1:${port}`, ...replaced }
  const script = Object.entries(replacements).reduce(
    (text, [documented, actual]) => text.replaceAll(documented, actual),
    ['set -euo pipefail', ...commands].join('\n'),
  )
  const child = spawn('bash', ['-c', script], {
    cwd: directory,
    env: {
      PATH: [await createPrograms(directory), process.env['PATH']].join(delimiter),
      ...environment,
      DATABASE_URL: database.url,
      ONRECORD: replacements[DOCUMENTED_ORIGIN],
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code, stdout, stderr } = await outputOf(child).ended
  return { code, stdout, stderr, answers }
}

/** Creates the programs that an installed project puts on the path. Returns their directory. */
async function createPrograms(directory: string): Promise<string> {
  const folder = join(directory, '.programs')
  const programs = {
    onrecord: `exec "${process.execPath}" "${builtProgram()}" "$@"`,
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
