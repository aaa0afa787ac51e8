import { parseEdtf } from '../core/edtf.ts'
import { DomainError } from '../core/errors.ts'
import { OperatorError } from '../core/operator-error.ts'
import { type ExtractOptions, extractCommand } from './extract.ts'

interface Call {
  readonly file: string | undefined
  readonly options: ExtractOptions
}

/**
 * `declined`: nothing was done, because the whole program explains mistakes. `written`: all output is written, and the
 * process can exit. `ended`: streams may still have to write.
 */
type Outcome = 'declined' | 'written' | 'ended'

/** Runs `onrecord extract` without the rest of the program. Declines parameters that it does not understand. */
export async function startExtract(parameters: readonly string[]): Promise<Outcome> {
  const call = callOf(parameters)
  if (!call) return 'declined'
  try {
    await extractCommand(call.file, call.options)
    return call.options.predictions ? 'ended' : 'written'
  } catch (error) {
    if (!(error instanceof OperatorError || error instanceof DomainError)) throw error
    process.stderr.write(`onrecord: ${error.message}\n`)
    process.exitCode = 1
    return 'ended'
  }
}

const FLAGS: ReadonlyMap<string, ExtractOptions> = new Map([
  ['--json', { json: true }],
  ['--explain', { explain: true }],
  ['--predictions', { predictions: true }],
])

function callOf(parameters: readonly string[]): Call | undefined {
  let file: string | undefined
  let options: ExtractOptions = {}
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index]!
    const flag = FLAGS.get(parameter)
    if (flag) options = { ...options, ...flag }
    else if (parameter === '--published') {
      const published = parseEdtf(parameters[++index] ?? '')
      if (!published) return undefined
      options = { ...options, published }
    } else if (parameter === '' || parameter.startsWith('-') || file !== undefined) return undefined
    else file = parameter
  }
  return { file, options }
}
