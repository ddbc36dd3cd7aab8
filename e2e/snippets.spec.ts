import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { findPhp, PHP_MISSING } from './machine/php.mjs'
import { findServer, serverMissing } from './machine/servers.mjs'
import { codeOf, expressionIn, isForNode } from './snippets/codeOf.js'
import { NECESSARY_ALONE, shownInventory, withExcerpt, withMarked } from './snippets/inventory.js'
import { readSnippets } from './snippets/readSnippets.js'
import { HOME, serveSnippet } from './snippets/serveSnippet.js'
import { expect, settle, test } from './support/widget.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const run = promisify(execFile)

const snippets = readSnippets(root)
const shown = shownInventory(snippets)
const inventory = withMarked(shown)
const inLanguage = (...languages: string[]) =>
  snippets.filter(({ language, notExecuted }) => notExecuted === undefined && languages.includes(language))

/** A folder of this test's own, from which the package is found as where it is installed. */
const folderFor = (name: string) => {
  const folder = test.info().outputPath(name)
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'piskotki.json'), JSON.stringify(inventory))
  for (const file of ['potrdila.mjs', 'potrdila.d.mts']) cpSync(join(root, 'receivers', file), join(folder, file))
  for (const file of ['tools.js', 'tools.d.ts']) writeFileSync(join(folder, 'dist', file), "export * from 'privolim/tools'\n")
  return folder
}

const EXECUTED = ['html', 'css', 'js', 'json', 'nginx', 'php', 'sh', 'text', 'tsx']

test('every snippet is executed, or says why it is not', () => {
  expect(snippets.length).toBeGreaterThan(40)
  for (const { places, notExecuted } of snippets) if (notExecuted !== undefined) console.log(`${places.join(', ')} is not executed: ${notExecuted}`)
  const forgotten = snippets.filter(({ language, notExecuted }) => notExecuted === undefined && !EXECUTED.includes(language))
  expect(forgotten.map(({ places, language }) => `${places[0]} is of the language »${language}«, which nothing here executes`)).toEqual([])
})

/** What »…« stands for. */
const filled = (html: string) => {
  const { files } = JSON.parse(read('dist/integrity.json')) as { readonly files: Readonly<Record<string, string>> }
  return html
    .replace('{ … }', () => JSON.stringify(inventory))
    .replace('sha384-…', () => files['privolim.js']!)
    .replace('/embed/…', '/embed/film')
}

/** Runs in the page: from where what is marked is going to be fetched. */
const markedAddresses = () =>
  [...document.querySelectorAll('[data-privolim]')].flatMap((element) => {
    const address = element.getAttribute('data-src') ?? (element.localName === 'script' ? element.getAttribute('src') : null)
    return address === null ? [] : [new URL(address, location.href).href]
  })

for (const { text, places } of inLanguage('html'))
  test(`the HTML of ${places[0]} starts, holds and releases`, async ({ page, world, widget, complaints }) => {
    const asksNobody = text.includes('data-privolim-notice')
    serveSnippet(world, filled(text), { inventory: asksNobody ? NECESSARY_ALONE : inventory })
    await page.goto(HOME)
    await widget.ready()
    await settle(page)
    expect(world.hosts()).toEqual(['test.example'])
    if (asksNobody) return expect(page.getByRole('region')).toContainText('samo nujno potrebne piškotke')
    // Under such a policy the widget works, and what it releases is blocked, as the guide says.
    const addresses = text.includes(`content="default-src 'self'"`) ? [] : await page.evaluate(markedAddresses)
    await widget.acceptAll()
    for (const address of addresses) await expect.poll(() => world.requests(address).length, address).toBeGreaterThan(0)
    if (text.includes("klepet('zacni')")) await expect.poll(() => widget.ran()).toEqual(['zacni'])
    if (text.includes('data-privolim-declaration>')) await expect(page.locator('[data-privolim-declaration]')).toContainText('PHPSESSID')
    if (text.includes('rel="stylesheet"')) expect(await page.evaluate(() => document.styleSheets[0]!.cssRules.length)).toBeGreaterThan(0)
    if (text.includes('href="#privolim"')) await widget.openByLink()
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
    return undefined
  })

test('the JSON is right, alone or in the inventory that is shown', async () => {
  const { validateInventory } = (await import(new URL('../dist/tools.js', import.meta.url).href)) as { validateInventory(json: unknown): object[] }
  expect(validateInventory(inventory)).toEqual([])
  for (const { text, places } of inLanguage('json')) expect.soft(validateInventory(withExcerpt(inventory, text)), places[0]).toEqual([])
})

/** Runs in the page: what the browser has kept of a sheet. */
const kept = (css: string) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')
}

/** Runs in the page. */
const partsShown = () => [...document.querySelector('#privolim')!.shadowRoot!.querySelectorAll('[part]')].flatMap((element) => [...element.part])

test('the CSS is understood, and names properties and parts that there are', async ({ page, world, widget }) => {
  serveSnippet(world, '', { inventory })
  await page.goto(HOME)
  await expect(widget.question).toBeVisible()
  const parts = await page.evaluate(partsShown)
  await widget.customize()
  parts.push(...(await page.evaluate(partsShown)))
  const styles = read('dist/privolim-ui.js')
  for (const { text, places } of inLanguage('css')) {
    const css = await page.evaluate(kept, text)
    const plain = text.replaceAll(/\/\*[\s\S]*?\*\//g, '')
    for (const [, property] of plain.matchAll(/([\w-]+)\s*:[^:;{}]+;/g)) expect.soft(css, places[0]).toContain(`${property}:`)
    for (const [property] of plain.matchAll(/--privolim-[\w-]+/g)) expect.soft(styles, `${places[0]}: ${property}`).toContain(property)
    for (const [, part] of plain.matchAll(/::part\(([\w-]+)\)/g)) expect.soft(parts, places[0]).toContain(part)
  }
})

const TYPE_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
}

test('the code is right for the compiler, which has the types of the package', async () => {
  const folder = folderFor('types')
  const places = inLanguage('js', 'tsx').map((snippet, index) => {
    const { ending, code } = codeOf(snippet)
    writeFileSync(join(folder, `${index}.${ending}`), code)
    return [`${index}.${ending}`, snippet.places[0]]
  })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: TYPE_OPTIONS, include: ['*.ts', '*.tsx'] }))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const said = await run(process.execPath, [tsc, '--pretty', 'false', '-p', folder]).then(
    () => '',
    ({ stdout }: { stdout: string }) => `${stdout}\n${JSON.stringify(Object.fromEntries(places))}`,
  )
  expect(said).toBe('')
})

const MODULES = '<script type="importmap">{ "imports": { "privolim": "/npm/index.js" } }</script>'

/** What is to be put in by whoever follows the guide: a value out of an answer of their own. */
const PLACEHOLDER = /<[^<>=]+>/

for (const { text, places } of inLanguage('js').filter(({ text: code }) => !isForNode(code)))
  test(`the script of ${places[0]} runs in a page`, async ({ page, world, widget, complaints }) => {
    const brings = text.includes("from 'privolim'")
    const given = `<script>inventory = ${JSON.stringify(inventory)}</script>`
    const value = PLACEHOLDER.test(text) ? await answerOf(page, () => serveSnippet(world, '', { inventory })) : ''
    const code = text.replace(PLACEHOLDER, () => value)
    serveSnippet(world, `${given}<script type="module">${code}\nglobalThis.isDone = true</script>`, { inventory, ...(brings && { head: MODULES }) })
    await page.goto(HOME)
    await page.waitForFunction('globalThis.isDone')
    await widget.ready()
    if (value) {
      await page.reload()
      expect(await widget.granted()).toContain('klepet')
    }
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

/** The value of the cookie after everything has been accepted, in a page that has forgotten it since. */
const answerOf = async (page: Page, serve: () => void) => {
  serve()
  await page.goto(HOME)
  await page.evaluate(() => window.privolim!.ready.then(() => window.privolim!.acceptAll()))
  await settle(page)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  return cookies.find(({ name }) => name === 'privolim')!.value
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const STORE = '/home/klub/potrdila'

/** A receiver of receipts that is started as a guide says, on a free port; resolves to how it answers a visitor of its address. */
const startsReceiver = async (argumentsWith: (port: number) => string[], folder: string) => {
  const port = await freePort()
  const child = spawn(process.execPath, argumentsWith(port), { cwd: folder, stdio: 'ignore' })
  try {
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch(`http://127.0.0.1:${port}/potrdila`).catch(() => undefined)
      if (answer) return answer.status
      await pause(100)
    }
    return undefined
  } finally {
    child.kill()
  }
}

test('the scripts for Node run, and give what stands beside them', async () => {
  for (const [index, { text, places }] of inLanguage('js').filter(({ text: code }) => isForNode(code)).entries()) {
    const folder = folderFor(`node-${index}`)
    const write = (code: string) => writeFileSync(join(folder, 'snippet.mjs'), code)
    const expression = expressionIn(text)
    if (text.includes('.listen(8080)')) {
      mkdirSync(join(folder, 'store'))
      const start = (port: number) => (write(text.replace('8080', String(port)).replace(STORE, './store')), ['snippet.mjs'])
      expect.soft(await startsReceiver(start, folder), places[0]).toBe(405)
      continue
    }
    write(expression ? `import * as tools from 'privolim/tools'\nObject.assign(globalThis, tools, { inventory: ${JSON.stringify(inventory)} })\nconsole.log(${expression.call})\n` : text)
    const { stdout, stderr } = await run(process.execPath, ['snippet.mjs'], { cwd: folder })
    expect.soft(stderr, places[0]).toBe('')
    expect.soft(stdout, places[0]).toMatch(expression?.gives ?? /\S/)
    if (text.includes('serverRules(')) expect.soft(readFileSync(join(folder, '.htaccess'), 'utf8'), places[0]).toContain('Content-Security-Policy')
  }
})

test('the components are drawn on a server', async () => {
  const folder = folderFor('components')
  const components = inLanguage('tsx')
  for (const [index, snippet] of components.entries()) writeFileSync(join(folder, `${index}.tsx`), codeOf(snippet).code)
  const imports = components.map((_, index) => `import { Snippet as Snippet${index} } from './${index}.tsx'`)
  const drawn = components.map((_, index) => `renderToString(createElement(Snippet${index}))`)
  writeFileSync(
    join(folder, 'all.tsx'),
    `import { createElement } from 'react'\nimport { renderToString } from 'react-dom/server'\n${imports.join('\n')}\nconsole.log(JSON.stringify([${drawn.join(', ')}]))\n`,
  )
  const output = { entryFileNames: 'all.mjs' }
  await build({ configFile: false, root: folder, logLevel: 'error', build: { ssr: 'all.tsx', outDir: folder, emptyOutDir: false, rolldownOptions: { output } } })
  const { stdout, stderr } = await run(process.execPath, ['all.mjs'], { cwd: folder })
  expect(stderr).toBe('')
  for (const [index, html] of (JSON.parse(stdout) as string[]).entries()) {
    const { text, places } = components[index]!
    // On a server everything optional is denied: a film is a placeholder's frame without an address, and a condition is not met.
    expect.soft(html, places[0]).not.toContain('youtube-nocookie')
    expect.soft(html !== '', places[0]).toBe(!text.includes(': null'))
  }
})

const scripts = (JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts

/** Commands, each with what is done in its place where it would take minutes, or write outside of this folder. */
const COMMANDS: readonly (readonly [pattern: RegExp, carryOut: (line: string, folder: string) => Promise<unknown>])[] = [
  [
    // It would visit a site that is not there: audit.spec.ts visits some that are.
    /^npx privolim audit /,
    async (line) => {
      const { stdout } = await run(process.execPath, [join(root, 'dist/cli.js'), 'audit', '--help'])
      for (const [option] of line.matchAll(/--\w[\w-]+/g)) expect.soft(stdout, line).toContain(option)
    },
  ],
  [
    /^npx privolim /,
    async (line, folder) => {
      const [, , ...args] = line.split(' ')
      if (line.includes('--out piskotki.json')) writeFileSync(join(folder, 'piskotki.json'), '')
      cpSync(join(root, 'seeds/documents/pojalabanda.txt'), join(folder, 'politika.html'))
      // 1 is what a lint ends with that has found something.
      const { code, stdout } = await run(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: folder }).then(
        (outcome) => ({ code: 0, ...outcome }),
        (outcome: { code: number; stdout: string }) => outcome,
      )
      expect.soft(code, line).toBeLessThan(line.includes(' lint ') ? 2 : 1)
      if (!/ validate | --out /.test(line)) expect.soft(stdout, line).not.toBe('')
    },
  ],
  [
    /^npm (start|test|run (?<name>\w+))( -- .*)?$/,
    async (line) => {
      const [, word, name = word] = /^npm (?:run )?((\w+))/.exec(line)!
      expect.soft(scripts, line).toHaveProperty(name!)
      const [program, file, ...rest] = scripts[name!]!.split(' ')
      // What a build does is what all of this rests on.
      if (program !== 'node' || rest.length > 0) return
      const { stdout } = await run(program, [join(root, file!), '--help'])
      for (const [option] of line.matchAll(/--\w[\w-]+/g)) expect.soft(stdout, line).toContain(option)
    },
  ],
  [
    /^node potrdila\.mjs /,
    async (line, folder) => {
      mkdirSync(join(folder, 'store'))
      const start = (port: number) => line.replace('8080', String(port)).replace(STORE, 'store').split(' ').slice(1)
      expect.soft(await startsReceiver(start, folder), line).toBe(405)
    },
  ],
  [
    /^find \/home\/klub\/potrdila /,
    async (line, folder) => {
      mkdirSync(join(folder, 'store'))
      const [old, young] = ['potrdila-2024-01.jsonl', 'potrdila-2026-01.jsonl'].map((name) => join(folder, 'store', name)) as [string, string]
      for (const file of [old, young]) writeFileSync(file, '')
      const longAgo = new Date(Date.now() - 600 * 24 * 3600 * 1000)
      utimesSync(old, longAgo, longAgo)
      await run('sh', ['-c', line.replace(STORE, './store')], { cwd: folder })
      expect.soft([existsSync(old), existsSync(young)], line).toEqual([false, true])
    },
  ],
]

for (const { text, places } of inLanguage('sh'))
  test(`the commands of ${places[0]} can be given`, async () => {
    for (const [index, line] of text.trim().split('\n').entries()) {
      const [, carryOut] = COMMANDS.find(([pattern]) => pattern.test(line)) ?? []
      if (!carryOut) throw new Error(`Nothing here executes: ${line}`)
      await carryOut(line, folderFor(`shell-${index}`))
    }
  })

/** What WordPress does with it, as far as the snippets ask. */
const WORDPRESS = '<?php function add_action( $name, $print, $when ) { if ( $name === "wp_head" && $when === PHP_INT_MIN ) { $print(); } }\n'

test('the PHP prints the tag first in the head', async () => {
  const php = findPhp()
  if (!php) console.log(PHP_MISSING)
  test.skip(!php, PHP_MISSING)
  const tags = inLanguage('html').map(({ text }) => text)
  for (const { text, places } of inLanguage('php')) {
    const file = test.info().outputPath('functions.php')
    writeFileSync(file, WORDPRESS + text)
    const { stdout } = await run(php!, [file])
    expect.soft(tags, places[0]).toContain(stdout)
  }
})

test('nginx takes its configuration', async () => {
  const nginx = findServer('nginx')
  if (!nginx) console.log(serverMissing('nginx'))
  test.skip(!nginx, serverMissing('nginx'))
  for (const { text, places } of inLanguage('nginx')) {
    const folder = folderFor('nginx')
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')
    writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid;\nevents {}\nhttp {\n${paths}\naccess_log off;\nserver {\nlisten 127.0.0.1:${await freePort()};\n${text}}\n}\n`)
    const { stderr } = await run(nginx!, ['-t', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')]).catch((error: { stderr: string }) => error)
    expect.soft(stderr, places[0]).toContain('test is successful')
  }
})

/** Of a value that is shown whole: when it was answered, in milliseconds since 1970. */
const timeIn = (cookie: string) => parseInt(/\.t(\w+)/.exec(cookie)![1]!, 36) * 1000

test('the values of the cookie are such as an answer leaves, and are read', async ({ page, context, world, widget }) => {
  for (const { text, places } of inLanguage('text')) {
    const written = text.trim()
    await context.clearCookies()
    serveSnippet(world, '', { inventory: written.endsWith('…') ? inventory : shown })
    if (written.endsWith('…')) {
      await page.goto(HOME)
      await widget.rejectAll()
      const pattern = written.replaceAll('.', '\\.').replace('…', '[0-9a-z]+\\.r')
      expect.soft(`privolim=${await widget.choice()}`, places[0]).toMatch(new RegExp(`^${pattern}`))
      continue
    }
    await page.clock.setFixedTime(timeIn(written) + 24 * 3600 * 1000)
    await context.addCookies([{ name: 'privolim', value: written.replace('privolim=', ''), url: HOME }])
    await page.goto(HOME)
    expect.soft(await widget.granted(), places[0]).toEqual(['analytics', 'google-analytics'])
    expect.soft(await page.evaluate(() => window.privolim!.needsChoice), places[0]).toBe(false)
  }
})
