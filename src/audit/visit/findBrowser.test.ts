import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, type Machine } from './findBrowser'

const machine = (platform: string, env: Machine['env'], ...files: readonly string[]): Machine => ({ platform, env, exists: (path) => files.includes(path) })

test("Playwright's own, then the machine's", () => {
  const chrome = join('b', 'google-chrome')
  const linux = machine('linux', { PATH: ['a', 'b'].join(delimiter) }, '/own', chrome)
  expect(findBrowser('/own', linux)).toBe('/own')
  expect(findBrowser('/elsewhere', linux)).toBe(chrome)
  expect(findBrowser(undefined, linux)).toBe(chrome)
})

test('on a Mac and on Windows where they are put', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findBrowser(undefined, machine('darwin', {}, mac))).toBe(mac)
  const windows = join('C:', 'Google', 'Chrome', 'Application', 'chrome.exe')
  expect(findBrowser(undefined, machine('win32', { ProgramFiles: 'C:' }, windows))).toBe(windows)
})

test('the one that is named, and no other where that is not there', () => {
  expect(findBrowser('/own', machine('linux', { CHROMIUM_PATH: '/moj' }, '/own', '/moj'))).toBe('/moj')
  expect(() => findBrowser('/own', machine('linux', { CHROMIUM_PATH: '/moj' }, '/own'))).toThrow('CHROMIUM_PATH names /moj')
})

test('where there is none, what to do', () => expect(() => findBrowser(undefined, machine('linux', {}))).toThrow('npx playwright-core install chromium'))
