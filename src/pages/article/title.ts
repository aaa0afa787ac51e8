import type { Article } from '../../record/articles/schema.ts'

/** Returns the title of an article for readers. */
export const titleOf = ({ title, publisher }: Article): string =>
  title ?? `Article from ${publisher ?? 'an unknown publisher'}`
