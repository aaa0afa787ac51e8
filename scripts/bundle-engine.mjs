// Bundles the engine for browsers, with the drawing of its findings: node scripts/bundle-engine.mjs FILE
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

await build({
  entryPoints: [fileURLToPath(new URL('../src/pages/read/in-browser.ts', import.meta.url))],
  outfile: process.argv[2],
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  minify: true,
})
