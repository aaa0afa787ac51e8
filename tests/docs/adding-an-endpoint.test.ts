import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/adding-an-endpoint.md'), 'utf8')

/** The files of the example, by path. The first line of each is a comment with its path. */
const FILES = new Map(
  [...PAGE.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```/gm)].map(([, path, code]) => [path!, code!]),
)

interface Import {
  readonly from: string
  readonly path: string
  readonly name: string
}

/** Lists the names that the files import from other files. */
const imports = [...FILES].flatMap(([from, code]): Import[] =>
  [...code.matchAll(/^import (?:type )?\{ ([^}]+) \} from '(\.[^']+)'/gm)].flatMap(([, names, target]) =>
    names!
      .split(', ')
      .map((name) => ({ from, path: join(dirname(from), target!), name: name.replace(/^type /, '') })),
  ),
)

const codeOf = (path: string): string => {
  const file = join(ROOT, path)
  return FILES.get(path) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '')
}

it('has a file for each step of the example', () => {
  expect([...FILES.keys()].map((path) => path.split('/').at(-1))).toEqual([
    'schema.ts',
    'store.ts',
    'schema.ts',
    'domain.ts',
    'store.sql.ts',
    'domain.ts',
    'routes.ts',
    'bylines.test.ts',
  ])
})

it.each(imports)('$from finds $name in $path', ({ path, name }) => {
  expect(codeOf(path)).toMatch(
    new RegExp(
      `^export (?:async )?(?:function|const|type|interface|class) ${name}\\b|^export \\{[^}]*\\b${name}\\b`,
      'm',
    ),
  )
})

it('names only parameters that exist', () => {
  const [line] = /^- Parameters: .*$/m.exec(PAGE)!
  const builders = [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
  const code = ['src/input/values.ts', 'src/input/lists.ts', 'src/http/parameters.ts'].map(codeOf).join('\n')
  expect(builders.filter((name) => !new RegExp(`^export const ${name} = `, 'm').test(code))).toEqual([
    'querystring',
  ])
})
