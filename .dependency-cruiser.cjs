// The architecture as rules: what may import what. `npm run boundaries` runs them.

/** The floors of the engine, from the lowest. A folder imports itself and the floors below its own. */
const ENGINE_FLOORS = [
  ['lexicon'],
  ['types'],
  ['text'],
  ['grammar'],
  ['quotations'],
  ['cues'],
  ['reader'],
  ['findings', 'people', 'dates'],
  ['speakers'],
]

const engineFloorRules = ENGINE_FLOORS.flatMap((floor, level) =>
  floor.map((folder) => {
    const allowed = [folder, ...ENGINE_FLOORS.slice(0, level).flat()]
    return {
      name: `engine-floor-${folder}`,
      comment: `Inside the engine, ${folder} imports only ${allowed.join(', ')}.`,
      severity: 'error',
      from: { path: `^src/engine/${folder}/` },
      to: { path: '^src/engine/', pathNot: `^src/engine/(${allowed.join('|')})/` },
    }
  }),
)

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'No file leads back to itself by way of its imports.',
      severity: 'error',
      from: { pathNot: '^src/database/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-folder-cycles',
      comment: 'Folders form no cycle, not even through different files.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'core-imports-nothing',
      comment: 'Core is values without dependencies: no other folder, no package, no built-in module.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '.', pathNot: '^src/core/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'The engine imports nothing outside itself and core, packages and built-in modules included.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '.', pathNot: '^src/(engine|core)/' },
    },
    ...engineFloorRules,
    {
      name: 'engine-folders-have-a-floor',
      comment: 'A new folder of the engine gets its place in ENGINE_FLOORS.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/engine/[^/]+/', pathNot: `^src/engine/(${ENGINE_FLOORS.flat().join('|')})/` },
    },
    {
      name: 'engine-has-a-front-door',
      comment: 'Code outside the engine imports src/engine/index.ts and nothing behind it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engine/' },
      to: { path: '^src/engine/', pathNot: '^src/engine/index[.]ts$' },
    },
    {
      name: 'only-stores-touch-the-database',
      comment: 'Everybody carries a Db; only stores, and the database folder itself, query it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/|^src/features/.*/store[.]ts$' },
      to: { path: '^src/database/(generated|client|connection|pooled-connection|pool)' },
    },
    {
      name: 'routes-go-through-domain',
      comment: 'HTTP asks the front door of a feature, never its queries.',
      severity: 'error',
      from: { path: '/routes[.]ts$' },
      to: { path: '/store[.]ts$' },
    },
    {
      name: 'store-knows-no-domain',
      comment: 'Queries decide nothing.',
      severity: 'error',
      from: { path: '/store[.]ts$' },
      to: { path: '/domain[.]ts$' },
    },
    {
      name: 'schema-is-a-leaf',
      comment: 'Shapes lean on core and on other shapes alone.',
      severity: 'error',
      from: { path: '^src/features/.*/schema[.]ts$' },
      to: { path: '^src/', pathNot: '^src/core/|/schema[.]ts$' },
    },
    {
      name: 'data-flows-down',
      comment: 'Decisions, queries and shapes know nothing of HTTP.',
      severity: 'error',
      from: { path: '^src/features/.*/(domain|store|schema)[.]ts$' },
      to: { path: '/routes[.]ts$|^src/(http|app|main|cli|commands)' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment:
        'One feature reaches another by its schema, its domain, the parameters its lists take, or how it answers a write once.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/|/(schema|domain|parameters|once)[.]ts$' },
    },
    {
      name: 'net-knows-no-domain-words',
      comment: 'Fetching serves any feature: it imports core, packages and itself.',
      severity: 'error',
      from: { path: '^src/net/' },
      to: { path: '^src/', pathNot: '^src/(net|core)/' },
    },
    {
      name: 'http-knows-no-domain-words',
      comment: 'The HTTP layer serves any service: it imports core, packages and itself.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/', pathNot: '^src/(http|core)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
}
