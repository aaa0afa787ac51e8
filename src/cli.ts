#!/usr/bin/env node
/**
 * Starts a command. `extract` runs from a bundle with its compiled code, which `npm run build` makes, because loading
 * its modules takes longer than reading an article. All other commands load their modules. `extract` does so too if the
 * bundle is missing or damaged, or if its parameters need the whole program: a mistake, `--help`.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import type { startExtract } from './commands/start-extract.ts'

type StartExtract = typeof startExtract

/** The bytes of the checksum at the end of the compiled code. */
const CHECKSUM_LENGTH = 4

const [command, ...parameters] = process.argv.slice(2)
const outcome =
  command === 'extract' ? await (bundledExtract() ?? (await loadedExtract()))(parameters) : 'declined'
if (outcome === 'declined') await import('./program.ts')
// Without this call, V8 collects garbage and frees its memory piece by piece before the process ends.
if (outcome === 'written') process.exit()

/** Returns the command from the bundle; undefined if the bundle is missing or damaged. */
function bundledExtract(): StartExtract | undefined {
  try {
    const filename = fileInBundle('extract.cjs')
    const source = readFileSync(filename)
    const script = new Script(source.toString('latin1'), { filename, cachedData: compiledCode(source) })
    return script.runInThisContext()(process.getBuiltinModule).startExtract
  } catch {
    return undefined
  }
}

/**
 * Returns the compiled code of a source for this version of Node; undefined if it is missing or damaged. Then V8
 * compiles the source. V8 rejects code of another version, but does not notice damage, so the checksum covers both
 * files.
 */
function compiledCode(source: Buffer): Buffer | undefined {
  try {
    const file = readFileSync(fileInBundle(`extract-${process.version}.cache`))
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

async function loadedExtract(): Promise<StartExtract> {
  return (await import('./commands/start-extract.ts')).startExtract
}
