#!/usr/bin/env node
/**
 * Starts a command. Commands run from two bundles with their compiled code, which `npm run build` makes, because loading
 * their modules takes longer than most of them run: a small bundle for `extract`, and one for everything else. If a
 * bundle is missing or damaged, the modules are loaded. So is the whole program if the parameters of `extract` need it:
 * a mistake, `--help`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

type Extract = typeof import('./commands/start-extract.ts')
type Program = typeof import('./program.ts')

/** The bytes of the checksum at the end of the compiled code. */
const CHECKSUM_LENGTH = 4

const [command, ...parameters] = process.argv.slice(2)
const outcome = command === 'extract' ? await (await loadExtract()).startExtract(parameters) : 'declined'
if (outcome === 'declined') await (await loadProgram()).runProgram()
// Without this call, V8 collects garbage and frees its memory piece by piece before the process ends.
if (outcome === 'written') process.exit()

async function loadExtract(): Promise<Extract> {
  return fromBundle<Extract>('extract', process.getBuiltinModule) ?? import('./commands/start-extract.ts')
}

async function loadProgram(): Promise<Program> {
  return fromBundle<Program>('program', createRequire(import.meta.url)) ?? import('./program.ts')
}

/**
 * Returns the exports of a bundle; undefined if it is missing or damaged.
 * @param load returns the modules that are not in the bundle.
 */
function fromBundle<Exports>(name: string, load: (module: string) => unknown): Exports | undefined {
  try {
    const filename = fileInBundle(`${name}.cjs`)
    const source = readFileSync(filename)
    const cachedData = compiledCode(name, source)
    const script = new Script(source.toString('latin1'), { filename, cachedData })
    return script.runInThisContext()(load, new URL('.', import.meta.url).href)
  } catch {
    return undefined
  }
}

/**
 * Returns the compiled code of a source for this version of Node; undefined if it is missing or damaged. Then V8
 * compiles the source. V8 rejects code of another version, but does not notice damage, so the checksum covers both
 * files.
 */
function compiledCode(name: string, source: Buffer): Buffer | undefined {
  try {
    const file = readFileSync(fileInBundle(`${name}-${process.version}.cache`))
    const end = file.length - CHECKSUM_LENGTH
    const code = file.subarray(0, end)
    return crc32(code, crc32(source)) === file.readUInt32LE(end) ? code : undefined
  } catch {
    return undefined
  }
}

function fileInBundle(name: string): string {
  return fileURLToPath(new URL(`bundle/${name}`, import.meta.url))
}
