/** All that is shipped. */
const SHIPPED = [
  /^(package\.json|LICENSE|README(\.sl)?\.md)$/,
  /^dist\/privolim(\.standalone)?\.js$/,
  /^dist\/privolim-[\w-]+\.(js|css)$/,
  /^dist\/(index|preact|react|vue|tools|cli)\.js$/,
  /^dist\/npm\/[\w-]+\.js$/,
  /^dist\/modules\/[\w/]+\.js$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
  /^dist\/(inventory\.schema|integrity)\.json$/,
  /^dist\/configurator\/(index\.html|style\.css|configurator\.js|files\.js)$/,
]

/** Without these it is no release. */
export const REQUIRED = [
  'LICENSE',
  'README.md',
  'README.sl.md',
  'dist/privolim.js',
  'dist/privolim-ui.js',
  'dist/privolim-preferences.js',
  'dist/privolim.standalone.js',
  'dist/index.js',
  'dist/tools.js',
  'dist/cli.js',
  'dist/inventory.schema.json',
  'dist/integrity.json',
  'dist/configurator/index.html',
  'dist/types/index.d.ts',
  'dist/types/tools/index.d.ts',
]

/** @param files the paths that npm packs */
export const packedProblems = (files) => [
  ...REQUIRED.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ...files.filter((file) => !SHIPPED.some((pattern) => pattern.test(file))).map((file) => `${file} is not to be shipped`),
]
