import { jsonReader } from './json.ts'
import { linesReader } from './lines.ts'
import { mailReader } from './mail.ts'
import { markdownReader } from './markdown.ts'
import { pageReader } from './page.ts'
import { pdfReader } from './pdf.ts'
import type { Reader } from './reader.ts'
import { subtitleReader } from './subtitles.ts'
import { textReader } from './text.ts'
import { archiveReader } from './web-archive.ts'
import { wordReader } from './word.ts'

/** The types of files that can be ingested. Each reader loads its package when it reads its first file. */
export const READERS: readonly Reader[] = [
  textReader,
  markdownReader,
  pageReader,
  mailReader,
  pdfReader,
  wordReader,
  subtitleReader,
  jsonReader,
  linesReader,
  archiveReader,
]

/** Returns the reader of a file, by its name; undefined for a type that cannot be read. */
export const readerByName = (name: string): Reader | undefined =>
  READERS.find(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)))

/** Returns the reader for files that start with these bytes; undefined if they do not tell the type. */
export const readerBySignature = (bytes: Buffer): Reader | undefined =>
  READERS.find(({ signature }) => signature && bytes.subarray(0, signature.length).equals(signature))

/** Names the types of files: `.txt, .md, …`. */
export const ENDINGS = READERS.flatMap(({ endings }) => endings).join(', ')
