import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

const JSON_ONLY: readonly string[] = ['application/json']
/** The most media ranges that are read from an `Accept` header. Others are ignored. */
const RANGES_MAX = 50

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
  for (const text of accept.split(',', RANGES_MAX)) {
    const [range, ...parameters] = text.split(';')
    const [type, subtype] = range!.trim().toLowerCase().split('/')
    if (type && subtype) ranges.push({ type, subtype, quality: qualityOf(parameters) })
  }
  return ranges
}

/** Returns the preference for a media type: the quality of the most specific range that matches it. */
const preferenceFor = (mediaType: string, ranges: readonly Range[]): number => {
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
 * Chooses the offered media type that the client prefers. Of equal types, chooses the first.
 * @param accept the `Accept` header. If it is absent or malformed, the client accepts anything.
 * @returns `null` if the header excludes all offered types.
 */
export const chooseType = (accept: string | undefined, offered: readonly string[]): string | null => {
  const ranges = accept === undefined ? [] : rangesOf(accept)
  if (ranges.length === 0) return offered[0] ?? null
  let best: string | null = null
  let bestPreference = 0
  for (const mediaType of offered) {
    const preference = preferenceFor(mediaType, ranges)
    if (preference > bestPreference) {
      best = mediaType
      bestPreference = preference
    }
  }
  return best
}

const offeredBy = (request: FastifyRequest): readonly string[] | false =>
  request.routeOptions.config.produces ?? JSON_ONLY

/**
 * Returns the media type of the response. Returns `*` if the route ignores `Accept`, and `null` if the request accepts
 * none of the offered types.
 */
export const negotiate = (request: FastifyRequest): string | null => {
  const offered = offeredBy(request)
  return offered === false ? '*' : chooseType(request.headers.accept, offered)
}

/** Answers 406 if the request accepts no media type of the route. Handlers call {@link negotiate} for the type. */
export const installNegotiation = (app: App): void => {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.is404 || negotiate(request) !== null) return done(null, payload)
    const offered = request.routeOptions.config.produces || JSON_ONLY
    throw new DomainError(
      'not_acceptable',
      `This endpoint answers in ${offered.join(', ')}, which the Accept header excludes. Add it to the Accept header.`,
    )
  })
}
