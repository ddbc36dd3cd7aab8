import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const workflow = readFileSync('.github/workflows/release.yml', 'utf8')
const [before, ...jobs] = workflow.slice(workflow.indexOf('\npermissions:')).split(/^ {2}(?=\w+:$)/m)
const jobOf = (name: string) => jobs.find((job) => job.startsWith(`${name}:`)) ?? ''

test('whatever it uses is pinned by its hash, and says which version that is', () => {
  const uses = [...workflow.matchAll(/uses: (.*)/g)].map(([, name]) => name!)
  expect(uses.length).toBeGreaterThan(4)
  for (const name of uses) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('each job may do what it needs: one publishes, one attaches, and the one that runs foreign code does neither', () => {
  expect(before).toContain('permissions: {}')
  const permissions = (name: string) => [...jobOf(name).matchAll(/^ {6}([\w-]+): (?:read|write)$/gm)].map(([line]) => line.trim())
  expect(permissions('build')).toEqual(['contents: read'])
  expect(permissions('npm')).toEqual(['contents: read', 'id-token: write'])
  expect(permissions('github')).toEqual(['contents: write'])
})

test('npm gets what was proven, with provenance, and nothing while the package is private', () => {
  const publishing = jobOf('npm')
  expect(publishing).toContain('npm publish ./release/privolim-*.tgz --provenance --access public')
  expect(publishing).toContain("if: needs.build.outputs.private == 'false'")
  expect(publishing).not.toMatch(/checkout|npm ci|npm run/)
  expect(jobOf('build').indexOf('npm test')).toBeLessThan(jobOf('build').indexOf('npm pack'))
})
