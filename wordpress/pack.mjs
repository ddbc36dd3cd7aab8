import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'

// `npm run wordpress`, after a build: the plugin with the widget's files in it, as WordPress takes it.
const root = dirname(dirname(fileURLToPath(import.meta.url)))

const plugin = readdirSync(join(root, 'wordpress/privolim'), { recursive: true, encoding: 'utf8' })
  .map((name) => join('privolim', name))
  .filter((name) => statSync(join(root, 'wordpress', name)).isFile())
const widget = readdirSync(join(root, 'dist')).filter((name) => /^privolim.*\.(js|css)$/.test(name))
if (!widget.includes('privolim.js')) {
  console.error('There is no dist/privolim.js to put into the plugin: run `npm run build` first.')
  process.exit(1)
}
const files = Object.fromEntries([
  ...plugin.map((name) => [name, readFileSync(join(root, 'wordpress', name))]),
  ...widget.map((name) => [`privolim/dist/${name}`, readFileSync(join(root, 'dist', name))]),
])
writeFileSync(join(root, 'wordpress/privolim.zip'), zipSync(files))
console.log(`wordpress/privolim.zip: ${Object.keys(files).length} files`)
