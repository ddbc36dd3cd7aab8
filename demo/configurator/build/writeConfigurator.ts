import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { SITE_KEYS } from '../../handler.mjs'
import type { Files } from '../preview/files'

const read = (file: string) => readFileSync(file, 'utf8')

/** The widget as it was built just now (in parts, not once more in a single file), and the demo sites as they are. */
const collect = (): Files => ({
  widget: Object.fromEntries(
    readdirSync('dist')
      .filter((name) => /^privolim(-.*)?\.(js|css)$/.test(name))
      .map((name) => [name, read(`dist/${name}`)]),
  ),
  sites: Object.fromEntries(
    SITE_KEYS.map((key) => [
      key,
      {
        home: read(`demo/${key}/index.html`),
        policy: read(`demo/${key}/zasebnost/index.html`),
        css: read(`demo/${key}/site.css`),
      },
    ]),
  ),
})

/**
 * Puts beside the configurator's script what it needs, so that its folder alone is enough: also without a server, where
 * a page may not fetch a file but may run one.
 */
export const writeConfigurator: Plugin = {
  name: 'configurator',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'configurator',
  writeBundle() {
    const out = 'dist/configurator'
    writeFileSync(`${out}/files.js`, `window.privolimFiles = ${JSON.stringify(collect())}\n`)
    for (const name of ['index.html', 'style.css']) copyFileSync(`demo/configurator/${name}`, `${out}/${name}`)
  },
}
