// Checks src/ against the rules in .dependency-cruiser.cjs and finds folders that import each other. Also fails if it
// finds too few modules or if a rule matches no file, because such a check would always pass.
import { createRequire } from 'node:module'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { folderCycles } from './folder-cycles.ts'

const FEWEST_MODULES = 50
const FEWEST_DEPENDENCIES = 50

/** Folders below the root may not import each other. Generated folders of Prisma may. */
const ROOT = 'src/'
const GENERATED = 'src/database/generated/'

interface Rule {
  readonly name: string
  readonly from: { readonly path?: string }
  readonly to: { readonly path?: string }
}

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const { output } = (await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig(options.tsConfig.fileName),
})) as { output: ICruiseResult }
const { modules } = output
const { violations, totalCruised, totalDependenciesCruised = 0 } = output.summary

const matchesNone = (pattern: string | undefined): boolean =>
  pattern !== undefined && !modules.some(({ source }) => new RegExp(pattern).test(source))

const faults = [
  ...violations.map(({ rule, from, to, comment }) => `${rule.name}: ${from} → ${to}\n  ${comment ?? ''}`),
  ...folderCycles(
    modules.filter(({ source }) => !source.startsWith(GENERATED)),
    ROOT,
  ).map((cycle) => `folder cycle: ${cycle}`),
  ...(forbidden as readonly Rule[])
    .filter(({ from, to }) => matchesNone(from.path) || matchesNone(to.path))
    .map(({ name }) => `${name}: this rule matches no file`),
]
if (totalCruised < FEWEST_MODULES || totalDependenciesCruised < FEWEST_DEPENDENCIES)
  faults.push(
    `Only ${totalCruised} modules and ${totalDependenciesCruised} imports were found, too few for this repository.`,
  )

for (const fault of faults) process.stderr.write(`${fault}\n`)
if (faults.length > 0) process.exitCode = 1
else
  process.stdout.write(
    `${totalCruised} modules, ${totalDependenciesCruised} imports: all import rules hold.\n`,
  )
