import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** The budgets in package.json: of `files` together, or of the `largest` of some. */
export const budgetsOf = (root) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).privolim.budgets

/** Measures the built files against the budgets. Each file is compressed on its own, as it travels. */
export const measureSizes = (root) =>
  Object.entries(budgetsOf(root)).map(([name, { largest, files = largest, brotli: budget }]) => {
    const measured = files.map((file) => measure(join(root, 'dist', file)))
    const missing = files.filter((_, index) => !measured[index])
    if (missing.length > 0) return { name, budget, missing, passed: false }
    const total = (kind) => {
      const sizes = measured.map((one) => one[kind])
      return largest ? Math.max(...sizes) : sizes.reduce((sum, size) => sum + size, 0)
    }
    const brotli = total('brotli')
    return { name, budget, missing, raw: total('raw'), gzip: total('gzip'), brotli, passed: brotli <= budget }
  })

/** The measurements as a table in plain text, with a sentence for each budget that is not kept. */
export const sizeTable = (rows) => {
  const number = (value) => (value === undefined ? '–' : value.toLocaleString('en'))
  const table = [
    ['', 'raw', 'gzip 9', 'brotli 11', 'budget', 'left'],
    ...rows.map(({ name, raw, gzip, brotli, budget }) => [
      name,
      ...[raw, gzip, brotli, budget, brotli === undefined ? undefined : budget - brotli].map(number),
    ]),
  ]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const lines = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  )
  return [...lines, ...rows.filter(({ passed }) => !passed).map(complaint)].join('\n')
}

/** How large a file is as it is and as it travels; nothing where there is none. */
export const measure = (file) => {
  try {
    const content = readFileSync(file)
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    })
    return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotli.length }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

const complaint = ({ name, missing, brotli, budget }) =>
  missing.length > 0
    ? `${name}: not built: ${missing.map((file) => `dist/${file}`).join(', ')}`
    : `${name}: ${brotli - budget} bytes over its budget`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = measureSizes(fileURLToPath(new URL('..', import.meta.url)))
  console.log(sizeTable(rows))
  process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1
}
