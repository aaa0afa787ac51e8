// Checks src/ against the rules in .dependency-cruiser.cjs. Also fails if it finds too few modules, because a check
// that reads nothing would always pass.
import { createRequire } from 'node:module'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const FEWEST_MODULES = 50
const FEWEST_DEPENDENCIES = 50

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig(options.tsConfig.fileName),
})
const { violations, totalCruised, totalDependenciesCruised } = output.summary

for (const { rule, from, to } of violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`)
if (totalCruised < FEWEST_MODULES || totalDependenciesCruised < FEWEST_DEPENDENCIES) {
  process.stderr.write(
    `Only ${totalCruised} modules and ${totalDependenciesCruised} imports were found, too few for this repository.\n`,
  )
  process.exitCode = 1
}
if (violations.length > 0) process.exitCode = 1
else
  process.stdout.write(
    `${totalCruised} modules, ${totalDependenciesCruised} imports: all import rules hold.\n`,
  )
