/** The walls of the house (docs/decisions/0001-one-house.md). Each rule adds to the others. */
const not = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    not(
      'shared-is-pure',
      'shared imports nothing of ours outside shared',
      { path: '^shared' },
      { path: '^(functions|miniapp|test|bench)' },
    ),
    not(
      'shared-npm',
      'shared takes zod, chinese-days, canonicalize and @noble from npm, and nothing of node',
      { path: '^shared' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(zod|chinese-days|canonicalize|@noble/[^/]+)/',
      },
    ),
    not(
      'one-door-to-zod',
      'zod comes in through schemas/zod only',
      { path: '^(shared|functions|miniapp)', pathNot: '^shared/schemas/zod(Names)?\\.ts$' },
      { path: 'node_modules/zod/' },
    ),
    not(
      'engine-knows-no-workflow',
      'engine imports nothing outside engine',
      { path: '^shared/engine' },
      { path: '^shared/(?!engine)' },
    ),
    not(
      'engine-npm',
      'only the chain takes hashes and canonical JSON',
      { path: '^shared/engine', pathNot: '^shared/engine/chain\\.ts$' },
      { path: 'node_modules' },
    ),
    not(
      'one-door-to-dynamodb',
      'only the dynamo engine speaks DynamoDB',
      { path: '^functions', pathNot: '^functions/(store/engines/dynamo|lambda|sweep|cloud)\\.ts$' },
      { path: 'node_modules/@aws-sdk/client-dynamodb' },
    ),
    not(
      'one-door-to-sql',
      'only the sqlite engine speaks SQL',
      { path: '^functions', pathNot: '^functions/store/engines/sqlite\\w*\\.ts$' },
      { path: 'node_modules/libsql' },
    ),
    not(
      'components-are-given',
      'components are given what they show',
      { path: '^miniapp/src/components' },
      { path: '^miniapp/src/(api|pages|more|office|platform)' },
    ),
    not(
      'phone-and-cloud-1',
      'miniapp and functions never import each other',
      { path: '^miniapp' },
      { path: '^functions' },
    ),
    not(
      'phone-and-cloud-2',
      'miniapp and functions never import each other',
      { path: '^functions' },
      { path: '^miniapp' },
    ),
    not(
      'demo-stays-outside',
      "only one machine's own entry knows the demo",
      { path: '^functions', pathNot: '^functions/(demo/|local\\.ts$)' },
      { path: '^functions/demo/' },
    ),
    not(
      'no-tests-inside',
      'nothing that ships imports tests',
      { path: '^(shared|functions|miniapp)' },
      { path: '^(test|bench)' },
    ),
    not(
      'no-circles',
      'no import goes in a circle',
      { path: '^(shared|functions|miniapp)' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(scss|png)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
