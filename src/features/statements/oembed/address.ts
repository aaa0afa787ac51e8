export const OEMBED_PATH = '/oembed'

/** The formats of oEmbed. The first answers a caller without a preference. */
export const OEMBED_FORMATS = [
  { name: 'json', mediaType: 'application/json', linkType: 'application/json+oembed' },
  { name: 'xml', mediaType: 'text/xml', linkType: 'text/xml+oembed' },
] as const

const STATEMENT_PATH =
  /^(?:\/v1)?\/statements\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.[a-z-]+)?\/?$/i

/**
 * Returns the id in the address of a statement: of its page, or of its data in any format. Null for other addresses.
 * @param address absolute, or a path of this service.
 * @param origin the origin of the service. Only its host is compared, because a proxy can change the scheme.
 */
export function statementIdIn(address: string, origin: string): string | null {
  if (!URL.canParse(address, origin)) return null
  const { host, pathname, protocol } = new URL(address, origin)
  if (!/^https?:$/.test(protocol) || host !== new URL(origin).host) return null
  return STATEMENT_PATH.exec(pathname)?.[1]?.toLowerCase() ?? null
}

/** Returns the `Link` header with which programs that embed a statement find its oEmbed responses. */
export const oembedLinks = (origin: string, path: string): string =>
  OEMBED_FORMATS.map(({ name, linkType }) => {
    const query = new URLSearchParams({ format: name, url: `${origin}${path}` })
    return `<${origin}${OEMBED_PATH}?${query}>; rel="alternate"; type="${linkType}"`
  }).join(', ')
