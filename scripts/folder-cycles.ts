// Finds folders that import each other. A folder's own files count as one more of its children. So it is also a cycle
// if they import a child that imports them.

/** A file as dependency-cruiser reports it. */
export interface Module {
  readonly source: string
  readonly dependencies: readonly { readonly resolved: string }[]
}

type Graph = Map<string, Set<string>>

/**
 * Returns each cycle between children of one folder, as `a → b → a`, at every level below `root`.
 * @param root a path that ends with a slash.
 */
export function folderCycles(modules: readonly Module[], root: string): string[] {
  const graphs = new Map<string, Graph>()
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) connect(graphs, root, source, resolved)
  }
  return [...graphs.values()].flatMap(cyclesOf)
}

/** Records the import between the two children of the deepest folder that holds both files. */
function connect(graphs: Map<string, Graph>, root: string, source: string, target: string): void {
  if (!source.startsWith(root) || !target.startsWith(root)) return
  const [from, to] = [source.split('/'), target.split('/')]
  let depth = 0
  while (depth < from.length - 1 && depth < to.length - 1 && from[depth] === to[depth]) depth++
  const parent = from.slice(0, depth).join('/')
  const childOf = (parts: readonly string[]): string =>
    depth === parts.length - 1 ? `${parent}/*` : `${parent}/${parts[depth]}`
  const [child, other] = [childOf(from), childOf(to)]
  if (child === other) return
  const graph: Graph = graphs.get(parent) ?? new Map()
  graphs.set(parent, graph)
  graph.set(child, (graph.get(child) ?? new Set()).add(other))
}

function cyclesOf(graph: Graph): string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node)
    if (start >= 0) return void cycles.push([...path.slice(start), node].join(' → '))
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of [...graph.keys()].sort()) visit(node, [])
  return cycles
}
