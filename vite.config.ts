/**
 * One build, an environment for each artefact that must not share chunks with another:
 *   core              dist/privolim.js       classic script, no UI in it
 *   ui                dist/privolim-ui.js    the question and the runtime; privolim-preferences.js shares its runtime
 *   standalone        dist/privolim.standalone.js   core and UI in one classic script
 *   check, errors …  dist/privolim-*.js     one file each: whoever fetches one has not fetched the UI
 *   npm               dist/index.js          ES modules for bundlers; preact.js, react.js, vue.js over the same core
 *   tools             dist/tools.js          pure functions for Node and browser; what it is made of is in dist/modules/
 *   cli               dist/cli.js            the command line, with all that it needs
 *   configurator      dist/configurator/     a page for site owners; last, since it takes the widget's files along
 */
import { chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { EnvironmentOptions, Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { writeConfigurator } from './demo/configurator/build/writeConfigurator'
import { writeIntegrity } from './scripts/writeIntegrity'
import { separateParts, sharedParts } from './src/parts/entries'
import { inventoryJsonSchema } from './src/tools/schema/inventoryJsonSchema'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const build = (options: EnvironmentOptions['build']): EnvironmentOptions => ({
  consumer: 'client',
  build: { outDir: 'dist', emptyOutDir: false, copyPublicDir: false, target: 'es2022', minify: 'oxc', ...options },
})

/** ES modules for browsers. A library build, since an application's would wrap `import()` into a preloader of 1 kB. */
const part = (entry: Record<string, string>) =>
  build({
    lib: { entry, formats: ['es'] },
    rolldownOptions: {
      // What comes later takes the runtime out of the first file, so that it is fetched once.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: false,
        entryFileNames: 'privolim-[name].js',
        chunkFileNames: ({ name }) => `privolim-${name.replace(/^(open|tell|show)/, '').toLowerCase()}.js`,
      },
    },
  })

/** ES modules for bundlers, which minify by themselves. */
const library = (entry: Record<string, string>, output: Rolldown.OutputOptions = {}) =>
  build({
    minify: false,
    lib: { entry, formats: ['es'] },
    rolldownOptions: {
      // The application brings the one it is written with.
      external: /^(preact|react|vue)(\/|$)/,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'npm/[name].js',
        // Hooks are of the browser; React's server components are told so by this line.
        banner: ({ name }) => (name === 'react' ? "'use client';" : ''),
        ...output,
      },
    },
  })

/**
 * A bundler leaves out a whole file, by `sideEffects` in package.json, but no table in a file that was made by a call. So
 * that who reads durations is not given the catalogue with them, every file of ours stays a file.
 */
const asWritten: Rolldown.OutputOptions = {
  preserveModules: true,
  preserveModulesRoot: 'src',
  entryFileNames: ({ name }) => (name === 'tools' ? 'tools.js' : `modules/${name}.js`),
}

/** The schema is made from the object that inventories are checked against. */
const writeSchema: Plugin = {
  name: 'inventory-schema',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'tools',
  writeBundle: () =>
    writeFileSync('dist/inventory.schema.json', `${JSON.stringify(inventoryJsonSchema(), undefined, 2)}\n`),
}

/**
 * Sheets that a site may link: the ready themes, and the declaration's once more, for pages in which it stands without
 * any script.
 */
const writeStyles: Plugin = {
  name: 'styles',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'declaration',
  writeBundle() {
    copyFileSync('src/declaration/declaration.css', 'dist/privolim-declaration.css')
    for (const theme of readdirSync('src/themes')) copyFileSync(`src/themes/${theme}`, `dist/privolim-${theme}`)
  },
}

/** The command line is run by its name. */
const makeExecutable: Plugin = {
  name: 'executable',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'cli',
  writeBundle: () => chmodSync('dist/cli.js', 0o755),
}

/**
 * Where two files share something, the bundler wraps what one of them exports with `for … in`, which also finds what a
 * page has put on `Object.prototype`, and then nothing can be imported any more.
 */
const wrapOwnNames: Plugin = {
  name: 'wrap-own-names',
  apply: 'build',
  renderChunk: (code) => code.replace('for (var name in all)', 'for (var name of Object.keys(all))'),
}

/** The same door for both classic scripts; what it lends its parts from is another file for each. */
const lendFromWithin: Plugin = {
  name: 'lend-from-within',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'standalone',
  resolveId(source, importer) {
    return importer?.endsWith('/src/auto.ts') && source === './tag/load'
      ? this.resolve('./tag/loadFromWithin', importer)
      : undefined
  },
}

export default defineConfig({
  publicDir: false,
  define: { __PRIVOLIM_VERSION__: JSON.stringify(version) },
  plugins: [writeSchema, writeStyles, makeExecutable, wrapOwnNames, lendFromWithin, writeConfigurator],
  builder: {
    async buildApp(builder) {
      for (const [name, environment] of Object.entries(builder.environments))
        if (name !== 'client' && name !== 'ssr') await builder.build(environment)
      writeIntegrity('dist', version)
    },
  },
  environments: {
    core: build({
      emptyOutDir: true,
      lib: { entry: 'src/auto.ts', formats: ['iife'], name: 'privolimAuto', fileName: () => 'privolim.js' },
    }),
    standalone: build({
      lib: { entry: 'src/auto.ts', formats: ['iife'], name: 'privolimAuto', fileName: () => 'privolim.standalone.js' },
    }),
    ui: part(sharedParts),
    ...Object.fromEntries(
      Object.entries(separateParts).map(([name, file]) => [name.replace('-', '_'), part({ [name]: file })]),
    ),
    npm: library({
      index: 'src/index.ts',
      ...Object.fromEntries(['preact', 'react', 'vue'].map((name) => [name, `src/${name}/index.ts`])),
    }),
    tools: library({ tools: 'src/tools/index.ts' }, asWritten),
    cli: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: { cli: 'src/cli/bin.ts' },
          output: { format: 'es', entryFileNames: 'cli.js', codeSplitting: false },
          // A picture library that is drawn with where it is there, and what an audit needs and no other command does.
          external: ['canvas', 'playwright-core', '@duckduckgo/autoconsent'],
        },
      },
    },
    configurator: build({
      outDir: 'dist/configurator',
      emptyOutDir: true,
      lib: {
        entry: 'demo/configurator/main.tsx',
        formats: ['iife'],
        name: 'privolimConfigurator',
        fileName: () => 'configurator.js',
      },
    }),
  },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'receivers/*.test.ts',
      'wordpress/*.test.ts',
      'scripts/**/*.test.ts',
      'demo/**/*.test.ts',
      'bench/**/*.test.mjs',
      'e2e/walks/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 60_000,
    // A process for each file of tests takes half as long again as a thread.
    pool: 'threads',
  },
})
