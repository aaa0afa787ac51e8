import type { IncomingMessage } from 'node:http'
import { pathOf, queryOf } from './canonical-url.ts'

const SUFFIX = /^(.+)\.([a-z][a-z-]*)$/

/**
 * Reads the suffix of a path as the parameter `format`, before the request is routed.
 * @param accepts returns true for the paths, without their suffix, that have the parameter.
 * @returns the target with the parameter instead of the suffix; the target unchanged if it has no suffix.
 */
export const readFormatSuffix =
  (accepts: (path: string) => boolean) =>
  ({ method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>): string => {
    if (method !== 'GET' && method !== 'HEAD') return url
    const [, path, format] = SUFFIX.exec(pathOf(url)) ?? []
    if (path === undefined || !accepts(path)) return url
    const query = queryOf(url)
    return `${path}?${query === '' ? '' : `${query}&`}format=${format}`
  }
