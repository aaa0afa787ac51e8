// Prints "N passed, N failed" from the JSON report of a vitest run. Exits with 1 if no test ran or a test failed.
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
