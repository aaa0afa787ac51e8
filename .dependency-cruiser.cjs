// The architecture as rules: what may import what. `npm run boundaries` runs them, and `scripts/folder-cycles.mjs`.

/** The files by which one feature may use another. */
const FRONT_DOOR = '/(schema|domain|parameters|once|list|limits|documentation)[.]ts$'

/** The files that query: with Prisma, and by hand-written SQL. */
const QUERIES = '^src/(record|features)/.*/(store|[^/]+[.]sql)[.]ts$'

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
    {
      name: 'input-serves-everyone',
      comment:
        'Parsing what callers send needs neither HTTP nor the domain: workers and commands parse as well.',
      severity: 'error',
      from: { path: '^src/input/' },
      to: { path: '^src/', pathNot: '^src/(input|core)/' },
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
      comment: 'Queries decide nothing.',
      severity: 'error',
      from: { path: QUERIES },
      to: { path: '/domain[.]ts$' },
    },
    {
      name: 'schema-is-a-leaf',
      comment: 'Shapes import core and other shapes alone.',
      severity: 'error',
      from: { path: '^src/(record|features)/.*/schema[.]ts$' },
      to: { path: '^src/', pathNot: '^src/core/|/schema[.]ts$' },
    },
    {
      name: 'data-flows-down',
      comment: 'Decisions, queries and shapes know nothing of HTTP.',
      severity: 'error',
      from: { path: '^src/features/.*/(domain|store|schema|[^/]+[.]sql)[.]ts$' },
      to: { path: '/routes[.]ts$|^src/(http|app|main|cli|commands)' },
    },
    {
      name: 'the-record-serves-features',
      comment:
        'What is on record knows no endpoint: it imports the database, core, and the types of the engine.',
      severity: 'error',
      from: { path: '^src/record/' },
      to: { path: '^src/', pathNot: '^src/(record|database|core)/|^src/engine/types[.]ts$' },
    },
    {
      name: 'the-record-opens-by-its-front-door',
      comment: 'Features use the record by its schemas and domains, never by its queries.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/record/' },
      to: { path: '^src/record/', pathNot: '/(schema|domain)[.]ts$' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment:
        'A feature, such as articles/ingestion, uses another by its schema, domain, parameters, list, limits or examples, or by how it answers a write once. Officials and organizations share people/identity.',
      severity: 'error',
      from: { path: '^src/features/([^/]+/[^/]+)/' },
      to: {
        path: '^src/features/',
        pathNot: `^src/features/$1/|^src/features/people/identity/|${FRONT_DOOR}`,
      },
    },
    {
      name: 'feature-groups-meet-at-the-front-door',
      comment: 'The same for the files directly in a group, such as statements/routes.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/[^/]+[.]ts$' },
      to: { path: '^src/features/', pathNot: `^src/features/$1/|${FRONT_DOOR}` },
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
      comment: 'The HTTP layer serves any service: it imports input, core, packages and itself.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/', pathNot: '^src/(http|input|core)/' },
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
