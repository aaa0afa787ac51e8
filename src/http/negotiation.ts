import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

const JSON_ONLY: readonly string[] = ['application/json']
/** More ranges than any client lists; the rest of a longer header is not read. */
const MOST_RANGES = 50

interface Range {
  readonly type: string
  readonly subtype: string
  readonly quality: number
}

const qualityOf = (parameters: readonly string[]): number => {
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=')
    if (name?.trim().toLowerCase() !== 'q') continue
    const quality = Number(value)
    return quality >= 0 && quality <= 1 ? quality : 0
  }
  return 1
}

const rangesOf = (accept: string): readonly Range[] => {
  const ranges: Range[] = []
  for (const text of accept.split(',', MOST_RANGES)) {
    const [range, ...parameters] = text.split(';')
    const [type, subtype] = range!.trim().toLowerCase().split('/')
    if (type && subtype) ranges.push({ type, subtype, quality: qualityOf(parameters) })
  }
  return ranges
}

/** How much a media type is wanted: the quality of the most specific range that covers it. */
const wantOf = (mediaType: string, ranges: readonly Range[]): number => {
  const [type, subtype] = mediaType.split('/')
  let quality = 0
  let specificity = -1
  for (const range of ranges) {
    const covers =
      range.type === type && range.subtype === subtype
        ? 2
        : range.type === type && range.subtype === '*'
          ? 1
          : range.type === '*' && range.subtype === '*'
            ? 0
            : -1
    if (covers > specificity || (covers === specificity && covers >= 0 && range.quality > quality)) {
      specificity = covers
      quality = range.quality
    }
  }
  return quality
}

/**
 * The offered media type a client wants most; the first of equals.
 *
 * @param accept the `Accept` header; absent or unreadable, anything is welcome.
 * @returns `null` when the header excludes all.
 */
export const chooseType = (accept: string | undefined, offered: readonly string[]): string | null => {
  const ranges = accept === undefined ? [] : rangesOf(accept)
  if (ranges.length === 0) return offered[0] ?? null
  let best: string | null = null
  let bestWant = 0
  for (const mediaType of offered) {
    const want = wantOf(mediaType, ranges)
    if (want > bestWant) {
      best = mediaType
      bestWant = want
    }
  }
  return best
}

const offeredBy = (request: FastifyRequest): readonly string[] | false =>
  request.routeOptions.config.produces ?? JSON_ONLY

/** The media type this request is answered in (`*` where the route has but one); `null` when it wants none. */
export const negotiate = (request: FastifyRequest): string | null => {
  const offered = offeredBy(request)
  return offered === false ? '*' : chooseType(request.headers.accept, offered)
}

/** Refuse requests that want nothing the route can give (406). Their handlers call {@link negotiate} to learn which. */
export const installNegotiation = (app: App): void => {
  app.addHook('preParsing', async (request) => {
    if (request.is404 || negotiate(request) !== null) return
    const offered = request.routeOptions.config.produces || JSON_ONLY
    throw new DomainError(
      'not_acceptable',
      `This endpoint answers in ${offered.join(', ')}; the Accept header excludes that.`,
    )
  })
}
