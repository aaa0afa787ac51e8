// Prints "N passed, N failed" from the JSON report of a vitest run. Fails where no test ran, or one failed.
import { readFileSync } from 'node:fs'

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, success: false }
  }
}

const { numPassedTests, numFailedTests, success } = read(process.argv[2])
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`)
if (!success || numPassedTests === 0) process.exitCode = 1
