import type { Statement } from './schema.ts'

/** Returns the name of the person who speaks: the name on record, else the printed name; null if none is known. */
export const personNameOf = ({ official, name }: Statement['speaker']): string | null =>
  official?.name ?? name ?? null
