// Finds folders that import each other. A folder's own files count as one more of its children: a folder whose own
// files import a child that imports them back is a cycle too.

/**
 * Returns each cycle between children of one folder, as `a → b → a`, at every level below `root`.
 * @param modules what dependency-cruiser saw: `source` and `dependencies[].resolved` of each file.
 */
export function folderCycles(modules, root) {
  const graphs = new Map()
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) connect(graphs, root, source, resolved)
  }
  return [...graphs.values()].flatMap(cyclesOf)
}

/** Notes the import between the two children of the deepest folder that holds both files. */
function connect(graphs, root, source, target) {
  if (!source.startsWith(root) || !target.startsWith(root)) return
  const [from, to] = [source.split('/'), target.split('/')]
  let depth = 0
  while (depth < from.length - 1 && depth < to.length - 1 && from[depth] === to[depth]) depth++
  const parent = from.slice(0, depth).join('/')
  const childOf = (parts) => (depth === parts.length - 1 ? `${parent}/*` : `${parent}/${parts[depth]}`)
  const [child, other] = [childOf(from), childOf(to)]
  if (child === other) return
  const graph = graphs.get(parent) ?? new Map()
  graphs.set(parent, graph)
  graph.set(child, (graph.get(child) ?? new Set()).add(other))
}

function cyclesOf(graph) {
  const cycles = []
  const done = new Set()
  const visit = (node, path) => {
    const start = path.indexOf(node)
    if (start >= 0) return cycles.push([...path.slice(start), node].join(' → '))
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of [...graph.keys()].sort()) visit(node, [])
  return cycles
}
