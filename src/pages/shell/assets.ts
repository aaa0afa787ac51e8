import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { App } from '../../http/instance.ts'

const read = (name: string): string => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8')
const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 12)

const assetOf = (name: string, extension: string, type: string) => {
  const text = read(`${name}.${extension}`)
  return { text, type, path: `/assets/${name}.${hashOf(text)}.${extension}` }
}

const STYLE = assetOf('page', 'css', 'text/css; charset=utf-8')
const SCRIPT = assetOf('page', 'js', 'text/javascript; charset=utf-8')
const DESK_STYLE = assetOf('desk', 'css', 'text/css; charset=utf-8')
const DESK_SCRIPT = assetOf('desk', 'js', 'text/javascript; charset=utf-8')
const ICON = assetOf('icon', 'svg', 'image/svg+xml')

/**
 * The paths of the style, the script and the icon of all pages, and of what the review desk needs besides. A path names
 * the hash of its content.
 */
export const ASSET_PATHS = {
  style: STYLE.path,
  script: SCRIPT.path,
  icon: ICON.path,
  deskStyle: DESK_STYLE.path,
  deskScript: DESK_SCRIPT.path,
} as const

/** Changes whenever the style or the script changes, so that a browser does not show an old page with a new style. */
export const ASSETS_VERSION = hashOf(STYLE.path + SCRIPT.path + ICON.path)

/** Serves the styles, the scripts and the icon. Their paths name their content, so a browser never asks for them again. */
export function mountAssets(app: App): void {
  for (const { text, type, path } of [STYLE, SCRIPT, DESK_STYLE, DESK_SCRIPT, ICON]) {
    app.get(
      path,
      {
        schema: { hide: true },
        config: {
          scope: 'open',
          produces: false,
          rateLimit: false,
          conditional: { version: () => path, cacheControl: 'max-age=31536000, immutable' },
        },
      },
      async (_request, reply) => reply.type(type).send(text),
    )
  }
}
