import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../../core/operator-error.ts'
import { writeDurably } from '../files/durable-files.ts'
import { KEPT_TABLES } from './tables.ts'

const FORMAT = 'onrecord-backup/1'
const MANIFEST = 'manifest.json'
/** Holds the SHA-256 of the manifest, as `sha256sum` writes and checks it. */
const CHECKSUM = 'manifest.sha256'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)

const PartEntry = z.strictObject({
  /** The path of the file within the backup. */
  file: z.string().regex(/^[a-z_]+(\.[a-z_]+)?\/\d{6,9}\.ndjson\.gz$/),
  rows: Count,
  /** The length of the unpacked lines, and their SHA-256. */
  bytes: Count,
  sha256: Sha256,
  /** The length of the file, and its SHA-256. */
  packed_bytes: Count,
  packed_sha256: Sha256,
})
/** One file of a table. */
export type PartEntry = Readonly<z.infer<typeof PartEntry>>

const TableEntry = z.strictObject({
  name: z.enum(KEPT_TABLES),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
  rows: Count,
  /** The SHA-256 of the hashes of all parts, in order, each on a line. */
  sha256: Sha256,
  parts: z.array(PartEntry),
})
export type TableEntry = Readonly<z.infer<typeof TableEntry>>

const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  /** The version of On Record that wrote the backup. */
  version: z.string(),
  created_at: z.iso.datetime(),
  /** The schema: the migrations that the database had. */
  migrations: z.array(z.string()),
  ledger: z.strictObject({
    position: Count,
    /** The SHA-256 of the last revision, which tells two histories apart. Null if there is none. */
    revision_sha256: Sha256.nullable(),
  }),
  /** The number of articles that had been erased. */
  erasures: Count,
  tables: z.array(TableEntry),
})
/** What a backup holds, with the hash of each part. */
export type Manifest = Readonly<z.infer<typeof Manifest>>

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Returns the hash of a table: the SHA-256 of the hashes of its parts. */
export const hashOfParts = (parts: readonly { readonly sha256: string }[]): string =>
  sha256(parts.map((part) => `${part.sha256}\n`).join(''))

/** Writes the manifest of a backup. Write it last, because a directory without it is no backup. */
export async function writeManifest(
  directory: string,
  content: Omit<Manifest, 'format'>,
): Promise<{ readonly manifest: Manifest; readonly hash: string }> {
  const manifest: Manifest = { format: FORMAT, ...content }
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  const hash = sha256(text)
  await writeDurably(join(directory, CHECKSUM), `${hash}  ${MANIFEST}\n`)
  await writeDurably(join(directory, MANIFEST), text)
  return { manifest, hash }
}

/**
 * Reads the manifest of a backup and compares it with its hash.
 * @throws OperatorError if the directory is no whole backup, or if the manifest was changed.
 */
export async function readManifest(
  directory: string,
): Promise<{ readonly manifest: Manifest; readonly hash: string }> {
  const [text, checksum] = await Promise.all([readText(directory, MANIFEST), readText(directory, CHECKSUM)])
  const hash = sha256(text)
  if (checksum.slice(0, 64) !== hash)
    throw new OperatorError(
      `${join(directory, MANIFEST)} was changed: it has another hash than ${CHECKSUM} says. Use another backup.`,
    )
  const read = Manifest.safeParse(parseJson(text))
  if (read.success) return { manifest: demandWhole(directory, read.data), hash }
  throw new OperatorError(
    `${join(directory, MANIFEST)} is not a manifest that this version of On Record can read. Use the version that wrote it.`,
  )
}

/** Throws an OperatorError if a table is missing or listed twice, or if the sums of a table are wrong. */
function demandWhole(directory: string, manifest: Manifest): Manifest {
  const names = new Set(manifest.tables.map(({ name }) => name))
  const files = manifest.tables.flatMap(({ name, parts }) =>
    parts.map(({ file }) => (file.startsWith(`${name}/`) ? file : '')),
  )
  const isWhole =
    names.size === manifest.tables.length &&
    new Set(files).size === files.length &&
    !files.includes('') &&
    manifest.tables.every(
      ({ rows, parts, sha256: hash }) =>
        rows === parts.reduce((sum, part) => sum + part.rows, 0) && hash === hashOfParts(parts),
    )
  if (isWhole) return manifest
  throw new OperatorError(`${join(directory, MANIFEST)} contradicts itself. Use another backup.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readText = (directory: string, name: string): Promise<string> =>
  readFile(join(directory, name), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const reason =
      cause.code === 'ENOENT' || cause.code === 'ENOTDIR'
        ? `is not a backup: it has no ${name}. Give the directory that "onrecord snapshot" named. A snapshot that was interrupted cannot be used`
        : `cannot be read (${cause.code ?? cause.message}). Check its path and permissions`
    throw new OperatorError(`${directory} ${reason}.`, { cause })
  })
