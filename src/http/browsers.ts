import type { IncomingMessage } from 'node:http'
import { queryOf } from './canonical-url.ts'
import type { App } from './instance.ts'
import { chooseType } from './negotiation.ts'

export const HTML_MEDIA_TYPE = 'text/html'

/** The types of data. A request that accepts anything gets these. */
const DATA_TYPES = ['application/json', 'application/problem+json'] as const

/** Returns true if a request prefers a page to data, as the requests of browsers do that open an address. */
export const prefersHtml = (accept: string | undefined): boolean =>
  accept !== undefined && chooseType(accept, [...DATA_TYPES, HTML_MEDIA_TYPE]) === HTML_MEDIA_TYPE

/**
 * The requests that a route answers, as `constraints: { browser }`. page: requests that prefer a page to data. permalink:
 * of these, the requests without a query. All other requests reach the route of the same path without the constraint.
 */
type BrowserConstraint = 'page' | 'permalink'

/** Returns what a request may reach; undefined if it prefers data. */
const constraintOf = ({ headers, url = '' }: IncomingMessage): BrowserConstraint | undefined => {
  if (!prefersHtml(headers.accept)) return undefined
  return queryOf(url) === '' ? 'permalink' : 'page'
}

/** Lets routes of one path answer browsers and programs differently ({@link BrowserConstraint}). Install it before all routes. */
export const installBrowserRoutes = (app: App): void => {
  app.addConstraintStrategy({
    name: 'browser',
    mustMatchWhenDerived: false,
    // The router stores the routes of a path as the bits of a number.
    storage: () => {
      const routes = { page: 0, permalink: 0 }
      return {
        get: (value: BrowserConstraint) =>
          (value === 'permalink' ? routes.page | routes.permalink : routes.page) as never,
        set: (value: BrowserConstraint, bits: unknown) => {
          routes[value] = bits as number
        },
      }
    },
    deriveConstraint: constraintOf as never,
    validate: () => undefined,
  })
}
