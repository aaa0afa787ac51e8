import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { OperatorError } from '../../core/operator-error.ts'
import { linkOrCopy, writeDurably } from '../files/durable-files.ts'
import { type PartEntry, sha256 } from './manifest.ts'
import type { Part } from './part-cutter.ts'

/** The lowest level packs three times as fast as the default, and the files are a seventh larger. */
const LEVEL = constants.Z_BEST_SPEED
const pack = promisify(gzip)
const unpack = promisify(gunzip)

const NEW_LINE = 10

/** The parts of an earlier backup of the same table, by hash. */
export interface EarlierParts {
  readonly directory: string
  readonly bySha256: ReadonlyMap<string, PartEntry>
}

/** Writes a part to a new file. If an earlier backup has the same part, links its file instead. */
export async function storePart(
  directory: string,
  file: string,
  { content, rows }: Part,
  earlier: EarlierParts | null,
): Promise<PartEntry> {
  const hash = sha256(content)
  const known = earlier?.bySha256.get(hash)
  if (known && earlier && (await linkPart(directory, file, known, earlier.directory)))
    return { ...known, file }
  const packed = await pack(content, { level: LEVEL })
  await writeDurably(join(directory, file), packed)
  return {
    file,
    rows,
    bytes: content.length,
    sha256: hash,
    packed_bytes: packed.length,
    packed_sha256: sha256(packed),
  }
}

/** Links the file of an earlier backup. Returns false, and does nothing, if that file is damaged. */
export async function linkPart(
  directory: string,
  file: string,
  known: PartEntry,
  earlierDirectory: string,
): Promise<boolean> {
  const path = join(earlierDirectory, known.file)
  const packed = await readFile(path).catch(() => null)
  if (!packed || sha256(packed) !== known.packed_sha256) return false
  await linkOrCopy(path, join(directory, file))
  return true
}

/** Reads the file of a part as it is. @throws OperatorError if it is missing, or not the file that was written. */
async function readPacked(directory: string, entry: PartEntry): Promise<Buffer> {
  const path = join(directory, entry.file)
  const packed = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'is missing' : `cannot be read (${cause.code ?? cause.message})`
    throw new OperatorError(`${path} ${reason}. Use another backup.`, { cause })
  })
  if (packed.length !== entry.packed_bytes)
    throw new OperatorError(
      `${path} has ${packed.length} bytes, and the manifest says ${entry.packed_bytes}. Use another backup.`,
    )
  if (sha256(packed) !== entry.packed_sha256)
    throw new OperatorError(
      `${path} was changed: it has another hash than the manifest says. Use another backup.`,
    )
  return packed
}

/** Reads the lines of a part. @throws OperatorError if the file is not the one that was written. */
export async function readPart(directory: string, entry: PartEntry): Promise<Buffer> {
  const content = await unpack(await readPacked(directory, entry), {
    // A manifest with a wrong length must not fill the memory.
    maxOutputLength: Math.max(1, entry.bytes),
  }).catch((cause: Error) => {
    throw new OperatorError(`${join(directory, entry.file)} cannot be unpacked. Use another backup.`, {
      cause,
    })
  })
  if (
    content.length === entry.bytes &&
    sha256(content) === entry.sha256 &&
    countLines(content) === entry.rows
  )
    return content
  throw new OperatorError(
    `${join(directory, entry.file)} has other lines than the manifest says. Use another backup.`,
  )
}

function countLines(content: Buffer): number {
  let lines = 0
  for (let at = content.indexOf(NEW_LINE); at !== -1; at = content.indexOf(NEW_LINE, at + 1)) lines++
  return lines
}
