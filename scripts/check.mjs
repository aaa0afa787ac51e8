// Runs the checks of the code side by side, so that they take the time of the slowest. Prints the output of each check as
// one block, and fails if one of them fails.
import { spawn } from 'node:child_process'

const CHECKS = ['typecheck', 'lint', 'boundaries', 'unused', 'client:check']

const run = (name) =>
  new Promise((resolve) => {
    const check = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    for (const stream of [check.stdout, check.stderr]) stream.on('data', (chunk) => output.push(chunk))
    check.on('close', (code) => {
      process.stdout.write(Buffer.concat(output))
      if (code !== 0) process.stdout.write(`npm run ${name} failed.\n`)
      resolve(code === 0)
    })
  })

const passed = await Promise.all(CHECKS.map(run))
process.exitCode = passed.every(Boolean) ? 0 : 1
