import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let isBuilt = false

/**
 * Returns the path of the built program, as users run it. Builds it first if its sources changed. It starts several
 * times faster than its sources, which every process would have to compile.
 * @throws Error if the build fails.
 */
export function builtProgram(): string {
  if (!isBuilt) {
    const build = spawnSync(process.execPath, [at('scripts/build.mjs'), '--if-stale'], { encoding: 'utf8' })
    if (build.status !== 0) throw new Error(`The build failed: ${build.stderr}`)
    isBuilt = true
  }
  return at('dist/cli.js')
}
