// The architecture as import rules. `npm run boundaries` checks them, and `scripts/folder-cycles.ts`.

/** The files by which one feature may use another. */
const FRONT_DOOR =
  '/(schema|domain|parameters|viewer|once|change-route|review-route|list|limits|documentation)[.]ts$'

/** The files that query: with Prisma, and by hand-written SQL. */
const QUERIES = '^src/(record|features)/.*/(store|[^/]+[.]sql)[.]ts$'
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

/** The layers of src/ above core, the engine and the comparison, and what each may import besides itself. */
const SERVING = [
  'core',
  'engine',
  'compare',
  'input',
  'documentation',
  'database',
  'net',
  'http',
  'record',
  'features',
]
const LAYERS = {
  input: ['core'],
  documentation: ['core'],
  database: ['core'],
  net: ['core'],
  http: ['core', 'input'],
  record: ['core', 'engine', 'compare', 'database'],
  features: SERVING,
  pages: SERVING,
  service: [...SERVING, 'pages'],
  commands: [...SERVING, 'service'],
}

const layerRules = Object.entries(LAYERS).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} imports only ${allowed.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'No file imports itself, directly or through other files.',
      severity: 'error',
      from: { pathNot: '^src/database/generated/' },
      to: { circular: true },
    },
    {
      name: 'every-file-is-used',
      comment:
        'The command line, an export of the package or the program for browsers reaches every file, so that all routes are mounted and no file is dead.',
      severity: 'error',
      from: { path: '^src/(cli|compare/index|pages/read/in-browser)[.]ts$' },
      to: {
        path: '^src/',
        pathNot: '^src/database/generated/|^src/(cli|compare/index|pages/read/in-browser)[.]ts$',
        reachable: false,
      },
    },
    {
      name: 'core-imports-nothing',
      comment: 'Core imports no other folder, no package and no built-in module.',
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
      name: 'compare-is-pure',
      comment: 'The comparison imports nothing outside itself but core and the package diff.',
      severity: 'error',
      from: { path: '^src/compare/' },
      to: { path: '.', pathNot: '^src/(compare|core)/|^node_modules/diff/' },
    },
    {
      name: 'only-alignment-uses-diff',
      comment: 'The package diff is used in one place, with a bound.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/compare/alignment/' },
      to: { path: '^node_modules/diff/' },
    },
    {
      name: 'compare-has-a-front-door',
      comment: 'Code outside the comparison imports src/compare/index.ts and nothing behind it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/compare/' },
      to: { path: '^src/compare/', pathNot: '^src/compare/index[.]ts$' },
    },
    ...layerRules,
    {
      name: 'folders-of-src-have-a-layer',
      comment: 'A new folder of src gets its place in LAYERS.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^src/[^/]+/',
        pathNot: `^src/(${[...new Set(Object.entries(LAYERS).flat(2))].join('|')})/`,
      },
    },
    {
      name: 'only-stores-use-prisma',
      comment: 'Any file may pass a Db on; only stores, and the database folder itself, query it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/|^src/(record|features)/.*/store[.]ts$' },
      to: { path: '^src/database/(generated|prisma|prisma-page|prisma-values|prisma-client)(/|[.]ts$)' },
    },
    {
      name: 'only-sql-files-use-sql',
      comment: 'Hand-written SQL is found by its file name: `*.sql.ts`.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/|[.]sql[.]ts$|/store[.]ts$' },
      to: { path: '^src/database/(sql|keyset-list)[.]ts$' },
    },
    {
      name: 'connections-stay-in-the-database-folder',
      comment: 'Other folders know a Db, and not how it reaches PostgreSQL.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/' },
      to: { path: '^src/database/(executor|pool-executor|pool|pooled-transaction)[.]ts$' },
    },
    {
      name: 'routes-go-through-domain',
      comment: 'Routes call the domain of a feature, never its queries.',
      severity: 'error',
      from: { path: '/routes[.]ts$' },
      to: { path: QUERIES },
    },
    {
      name: 'store-knows-no-domain',
      comment: 'Stores contain queries, no decisions. Let domain.ts pass what the query needs.',
      severity: 'error',
      from: { path: QUERIES },
      to: { path: '/domain[.]ts$' },
    },
    {
      name: 'schema-is-a-leaf',
      comment: 'Schemas import only core and other schemas.',
      severity: 'error',
      from: { path: '^src/(record|features)/.*/schema[.]ts$' },
      to: { path: '^src/', pathNot: '^src/core/|/schema[.]ts$' },
    },
    {
      name: 'data-flows-down',
      comment: 'Domains, stores and schemas do not depend on HTTP.',
      severity: 'error',
      from: { path: '^src/features/.*/(domain|store|schema|[^/]+[.]sql)[.]ts$' },
      to: { path: '/routes[.]ts$|^src/http/' },
    },
    {
      name: 'the-record-opens-by-its-front-door',
      comment:
        'Features use the record by its schemas and domains, never by its queries. Import from its domain.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/record/' },
      to: { path: '^src/record/', pathNot: '/(schema|domain|filters)[.]ts$' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment:
        'A feature, such as articles/ingestion, uses another by its schema, domain, parameters, list, limits or examples, by who asks, by how it answers a write once, or by how it mounts a review. Officials and organizations share people/identity.',
      severity: 'error',
      from: { path: '^src/features/([^/]+/[^/]+)/' },
      to: {
        path: '^src/features/',
        pathNot: `^src/features/$1/|^src/features/people/identity/|${FRONT_DOOR}`,
      },
    },
    {
      name: 'pages-use-the-front-doors',
      comment:
        'Pages show what the endpoints answer. They call the same functions, and never a route or a query.',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/features/', pathNot: FRONT_DOOR },
    },
    {
      name: 'feature-groups-meet-at-the-front-door',
      comment: 'The same for the files directly in a group, such as statements/routes.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/[^/]+[.]ts$' },
      to: { path: '^src/features/', pathNot: `^src/features/$1/|${FRONT_DOOR}` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The script of the pages runs in browsers.
    exclude: { path: '^src/pages/assets/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
}
