import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** Runs code in a process of its own, and returns the packages of OpenTelemetry that it loaded. */
function packagesLoadedBy(code: string): string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', code],
    { cwd: fileURLToPath(new URL('../../../', import.meta.url)), encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout) as string[]
}

const LIST = `
  const { createRequire } = await import('node:module')
  const loaded = Object.keys(createRequire(import.meta.url).cache)
    .flatMap((path) => /node_modules\\/(@opentelemetry\\/(?:sdk|exporter|otlp)[^/]+)\\//.exec(path)?.[1] ?? [])
  console.log(JSON.stringify([...new Set(loaded)]))
  process.exit()`

const start = (endpoint: string | null): string => `
  const { startTracing } = await import('./src/service/tracing.ts')
  await startTracing({ otlpEndpoint: ${JSON.stringify(endpoint)} })
  await import('./src/service/start.ts')
  ${LIST}`

it('no package of OpenTelemetry is loaded without a receiver of traces', () => {
  expect(packagesLoadedBy(start(null))).toEqual([])
  expect(packagesLoadedBy(start('http://127.0.0.1:9'))).toContain('@opentelemetry/sdk-trace-base')
})
