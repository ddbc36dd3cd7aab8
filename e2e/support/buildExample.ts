import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type InlineConfig, type Rolldown } from 'vite'
import type { World } from './world.js'

export type Framework = 'preact' | 'react' | 'vue'

/** Answers for a site on which an example runs. */
export type Site = Parameters<World['serve']>[1]

type Render = (path: string) => string | Promise<string>

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

const configOf = (framework: Framework, more: InlineConfig['build']): InlineConfig => ({
  configFile: path('examples/vite.config.ts'),
  configLoader: 'runner',
  root: path(`examples/${framework}`),
  logLevel: 'error',
  // As it is worked on: strict mode does everything twice, and a mismatch is told.
  define: { 'process.env.NODE_ENV': '"development"' },
  build: { minify: false, ...more },
})

/** The example as files in memory, every other address being its one page. */
export const buildExample = async (framework: Framework, render: Render = () => ''): Promise<Site> => {
  const { output } = (await build(configOf(framework, { write: false, modulePreload: false }))) as Rolldown.RolldownOutput
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]))
  return async ({ path: asked }) => {
    const script = files.get(asked)
    if (script !== undefined && asked.endsWith('.js')) return { type: 'text/javascript; charset=utf-8', body: script }
    if (asked.includes('.')) return undefined
    const html = await render(asked)
    return files.get('/index.html')!.replace('<div id="app"></div>', () => `<div id="app">${html}</div>`)
  }
}

/** What renders the example on a server, as it runs there: in Node, with the packages from `node_modules`. */
export const buildServer = async (framework: Framework): Promise<Render> => {
  const outDir = path(`test-results/examples/${framework}-${process.pid}`)
  const entry = path(`examples/${framework}/server.${framework === 'vue' ? 'ts' : 'tsx'}`)
  // Without comments: Playwright would read what those say of JSX.
  const output = { entryFileNames: 'server.mjs', comments: false }
  await build(configOf(framework, { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { output } }))
  const { render } = (await import(pathToFileURL(`${outDir}/server.mjs`).href)) as { render: Render }
  return render
}
