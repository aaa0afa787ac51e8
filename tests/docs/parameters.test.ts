import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

/**
 * A parameter that a schema accepts and no handler reads has no effect, and no one sees that. The types check the
 * tables of filters. This test checks the parameters that a route writes into its own schema.
 */
const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))

/** The code that reads these parameters if a handler passes the whole query to it. */
const READERS: Readonly<Record<string, RegExp>> = {
  limit: /\b(readPage|listPage|readStatements|list\w+)\(/,
  cursor: /\b(readPage|listPage|readStatements|list\w+)\(/,
  format: /\bsend\w+\(/,
  sort: /\b(readPage|listPage|readStatements|list\w+)\(/,
}

/** Calls that get the whole query. The types of these functions say that they take each parameter. */
const READS_ALL =
  /\b(?:compare\(request, db, request\.query|readArticles\(request, reply, db, \{ filters, page, query \})\)/

/** Lists the parameters that the routes of a file accept and their handlers do not read. */
function unreadIn(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const unread: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments.length === 3) {
      const [, options, handler] = node.arguments as unknown as [ts.Node, ts.Node, ts.Node]
      for (const parameter of parametersOf(options)) {
        if (!isReadIn(handler, parameter)) unread.push(parameter)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return unread
}

/** Returns the names that stand in the object of `querystring: z.strictObject({ … })`. */
function parametersOf(options: ts.Node): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'querystring') {
      if (!ts.isCallExpression(node.initializer)) return
      const [shape] = node.initializer.arguments
      if (shape && ts.isObjectLiteralExpression(shape)) {
        for (const property of shape.properties) if (property.name) names.push(property.name.getText())
      }
    } else ts.forEachChild(node, visit)
  }
  visit(options)
  return names
}

function isReadIn(handler: ts.Node, parameter: string): boolean {
  if (READERS[parameter]?.test(handler.getText()) || READS_ALL.test(handler.getText())) return true
  let isRead = false
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === parameter) isRead = true
    if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === parameter) isRead = true
    ts.forEachChild(node, visit)
  }
  visit(handler)
  return isRead
}

const ROUTES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (path) =>
    /^features.*\.ts$/.test(path) &&
    readFileSync(`${SOURCE}/${path}`, 'utf8').includes('querystring: z.strictObject({'),
)

it('finds routes with parameters of their own', () => {
  expect(ROUTES.length).toBeGreaterThan(8)
})

it.each(ROUTES)('%s reads each parameter that it accepts', (path) => {
  expect(unreadIn(path, readFileSync(`${SOURCE}/${path}`, 'utf8'))).toEqual([])
})

it('finds a parameter that is accepted and ignored', () => {
  const route = `app.get('/things', { schema: { querystring: z.strictObject({ ...filters, colour: flag(), size: flag() }) } },
    async (request) => { const { size } = request.query; return size })`
  expect(unreadIn('planted.ts', route)).toEqual(['colour'])
})
