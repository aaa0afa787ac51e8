// Bundles `onrecord extract` with its compiled code: node scripts/bundle.mjs DIRECTORY [--compile]
// extract.cjs holds the source. extract-VERSION.cache holds the code that V8 of this version of Node compiled while the
// command read an article, then a CRC-32 of both. `src/cli.ts` runs them. With --compile, only adds the compiled code
// for the running version of Node. Without the bundle, the command loads its modules and starts slower.
import fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const article = at('prisma/seed/article.txt')
const [directory, onlyCompile] = process.argv.slice(2)
const filename = join(directory, 'extract.cjs')

try {
  if (onlyCompile !== '--compile') await writeSource()
  await writeCompiled()
} catch (error) {
  process.stderr.write(`onrecord extract has no bundle and starts slower. ${error.message}\n`)
}

/** Writes the source: a function that takes `require` and returns the exports. */
async function writeSource() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [at('src/commands/start-extract.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    minify: true,
  })
  const source = `(function(require){const module={};${outputFiles[0].text}return module.exports})\n`
  fs.mkdirSync(directory, { recursive: true })
  fs.writeFileSync(filename, ascii(source))
}

/** Escapes all characters beyond ASCII. V8 then needs one byte for each character, and Node need not decode UTF-8. */
function ascii(source) {
  return source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Writes the compiled code of all functions that run on an article. */
async function writeCompiled() {
  const source = fs.readFileSync(filename, 'latin1')
  const script = new Script(source, { filename })
  const { startExtract } = script.runInThisContext()(withoutOutput)
  for (const format of [[], ['--json'], ['--explain']])
    await startExtract([article, '--published', '2025-01-15', ...format])
  const compiled = script.createCachedData()
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32LE(crc32(compiled, crc32(source)))
  const fresh = join(directory, `.extract-${process.pid}`)
  fs.writeFileSync(fresh, Buffer.concat([compiled, checksum]))
  fs.renameSync(fresh, join(directory, `extract-${process.version}.cache`))
}

/** Returns a built-in module. Its standard output is a pipe that drops all bytes. */
function withoutOutput(name) {
  if (name !== 'node:fs') return process.getBuiltinModule(name)
  return {
    ...fs,
    fstatSync: () => ({ isCharacterDevice: () => false }),
    writeSync: (_, bytes, start) => bytes.length - start,
  }
}
