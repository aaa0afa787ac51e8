import { readFileSync } from 'node:fs'
import { minVersion, satisfies } from 'semver'
import { expect, it } from 'vitest'

interface Locked {
  readonly engines?: Readonly<Record<string, string>>
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as T

it('locks only packages that run on the oldest supported Node', () => {
  const { engines } = read<{ engines: { node: string } }>('package.json')
  const oldest = minVersion(engines.node)!
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')
  const tooNew = Object.entries(packages)
    .filter(([, { engines: own }]) => own?.['node'] !== undefined && !satisfies(oldest, own['node']))
    .map(([path, { engines: own }]) => `${path} needs Node ${own!['node']}`)
  expect(tooNew).toEqual([])
})
