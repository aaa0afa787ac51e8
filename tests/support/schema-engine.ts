import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Migration } from '../../src/database/migration-files.ts'

const PACKAGE = new URL('../../node_modules/@prisma/schema-engine-wasm/', import.meta.url)
const SCHEMA = new URL('../../prisma/schema.prisma', import.meta.url)
const MIGRATIONS = new URL('../../prisma/migrations/', import.meta.url)
const EVERYTHING = { externalTables: [], externalEnums: [] }

/**
 * Opens Prisma's migration engine on a database. It is built for WebAssembly, because Prisma's command line would
 * download a native engine.
 */
export async function schemaEngine(url: string) {
  const engine = await load(url)
  return {
    /** Returns the SQL that creates the schema of schema.prisma in an empty database. */
    async schemaSql(): Promise<string> {
      const content = await readFile(SCHEMA, 'utf8')
      const { stdout } = await engine.diff({
        from: { tag: 'empty' },
        to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
        script: true,
        exitCode: null,
        filters: EVERYTHING,
      })
      return stdout ?? ''
    },
    /** Applies the migrations like `prisma migrate deploy`. Returns the names of the applied migrations. */
    async deploy(migrations: readonly Migration[]): Promise<readonly string[]> {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: {
          baseDir: fileURLToPath(MIGRATIONS),
          lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
          shadowDbInitScript: '',
          migrationDirectories: migrations.map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
          })),
        },
        filters: EVERYTHING,
      })
      return appliedMigrationNames
    },
  }
}

interface Exports {
  __wbindgen_start(): void
}

interface WebAssemblyGlobal {
  instantiate(binary: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }>
}

const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal }

/** Sends each migration in one query, like the native engine. The adapter would split function bodies at semicolons. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}

let loading: Promise<Bindings> | undefined

/** Loads the engine. The bindings are a singleton, so there can be only one instance. */
async function instantiate(): Promise<Bindings> {
  const binary = await readFile(new URL('schema_engine_bg.wasm', PACKAGE))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': bindings })
  const loaded = bindings as unknown as Bindings
  loaded.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return loaded
}

async function load(url: string) {
  loading ??= instantiate()
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts({ connectionString: url }))
  return (await loading).SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
}

/** The types that the package does not declare for its bindings. */
interface Bindings {
  __wbg_set_wasm(exports: Exports): void
  readonly SchemaEngine: typeof import('@prisma/schema-engine-wasm').SchemaEngine
}
