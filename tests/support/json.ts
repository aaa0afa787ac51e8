import { readFileSync } from 'node:fs'

/** Reads a JSON file of the repository. @param path from its root. */
export const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T
