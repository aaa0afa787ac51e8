import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Output, outputOf } from './output.ts'
import { builtProgram } from './program.ts'

export interface Running extends Output {
  readonly child: ChildProcess
}

/** Runs the command line in `directory`. Of the environment of the tests, it gets only PATH. */
export function run(
  parameters: readonly string[],
  { directory, environment = {} }: { directory: string; environment?: Record<string, string> },
): Running {
  const child = spawn(process.execPath, [builtProgram(), ...parameters], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ...environment },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, ...outputOf(child) }
}

const LISTENING = /listens on (http:[^"\s]+)/

/** Starts the service on a free port and waits until it logs its address. */
export async function serve(options: {
  directory: string
  environment?: Record<string, string>
}): Promise<Running & { readonly url: string }> {
  const running = run(['serve'], {
    ...options,
    environment: { PORT: '0', ONRECORD_OVERLOAD_DELAY_MS: '0', ...options.environment },
  })
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const address = LISTENING.exec(running.output())?.[1]
      if (address) resolve(address)
    }
    running.child.stdout?.on('data', look)
    running.ended.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)))
  })
  return { ...running, url }
}

/** Sends the first half of a request. `finish` sends the rest and returns the response. */
export async function beginRequest(url: string, path: string): Promise<{ finish(): Promise<string> }> {
  const { socket, host, answer } = await dial(url)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`)
  return {
    async finish() {
      socket.write('\r\n')
      await once(socket, 'close')
      return answer()
    },
  }
}

/** Sends a request whose body never ends. */
export async function beginEndlessRequest(url: string, path: string): Promise<void> {
  const { socket, host } = await dial(url)
  const head = `Host: ${host}\r\nContent-Type: application/json\r\nContent-Length: 1000`
  socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n\r\n{`)
}

async function dial(url: string): Promise<{ socket: Socket; host: string; answer(): string }> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => {
    socket.destroy()
  })
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.on('error', () => undefined)
  return { socket, host, answer: () => answer }
}
