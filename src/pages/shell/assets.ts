import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { App } from '../../http/instance.ts'

/** A file that pages load. Its path names the hash of its content. */
interface Asset {
  readonly text: string
  readonly type: string
  readonly path: string
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 12)

const SCRIPT_TYPE = 'text/javascript; charset=utf-8'

function assetOf(name: string, extension: string, type: string, file: URL): Asset {
  const text = readFileSync(file, 'utf8')
  return { text, type, path: `/assets/${name}.${hashOf(text)}.${extension}` }
}

const ownAsset = (name: string, extension: string, type: string): Asset =>
  assetOf(name, extension, type, new URL(`../assets/${name}.${extension}`, import.meta.url))

const STYLE = ownAsset('page', 'css', 'text/css; charset=utf-8')
const SCRIPT = ownAsset('page', 'js', SCRIPT_TYPE)
const READ_SCRIPT = ownAsset('read', 'js', SCRIPT_TYPE)
const DESK_STYLE = ownAsset('desk', 'css', 'text/css; charset=utf-8')
const DESK_SCRIPT = ownAsset('desk', 'js', SCRIPT_TYPE)
const ICON = ownAsset('icon', 'svg', 'image/svg+xml')
const ASSETS = [STYLE, SCRIPT, READ_SCRIPT, DESK_STYLE, DESK_SCRIPT, ICON]

/** The paths of the style, the script and the icon of all pages, and of what the review desk needs besides. */
export const ASSET_PATHS = {
  style: STYLE.path,
  script: SCRIPT.path,
  icon: ICON.path,
  deskStyle: DESK_STYLE.path,
  deskScript: DESK_SCRIPT.path,
} as const

/** The path of the script of the page that reads texts. */
export const READ_SCRIPT_PATH = READ_SCRIPT.path

/** Changes whenever an asset changes, so that a browser does not show an old page with a new style. */
export const ASSETS_VERSION = hashOf(ASSETS.map(({ path }) => path).join(' '))

/** The engine for browsers. The build writes it, so a service that runs from its sources also takes it from there. */
const ENGINE = new URL('../../../dist/pages/assets/engine.js', import.meta.url)

/** Returns the program that reads texts in a thread of a browser; null if the build has not written it. */
export const readEngine = (): Asset | null =>
  existsSync(ENGINE) ? assetOf('engine', 'js', SCRIPT_TYPE, ENGINE) : null

/** Serves the style, the scripts and the icon. */
export function mountAssets(app: App): void {
  for (const asset of ASSETS) mountAsset(app, asset)
}

/** Serves an asset. Its path names its content, so a browser never asks for it again. */
export function mountAsset(app: App, { text, type, path }: Asset): void {
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
