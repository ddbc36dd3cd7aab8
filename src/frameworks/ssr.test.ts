import { createElement, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString as renderVue } from 'vue/server-renderer'
import { start } from '../index'
import * as react from '../react'
import * as vue from '../vue'

/** On a server: there is no document here. */
start({ controller: { name: 'Društvo' }, services: [{ use: 'youtube' }] })

const CONTENT = 'VSEBINA'

interface Asked {
  readonly service: string
  readonly fallback?: string
}

const Status = () => {
  const { ready, needsChoice, granted } = react.useConsent()
  return createElement('p', null, [ready, needsChoice, granted('necessary'), granted('youtube')].join())
}

const VueStatus = {
  setup() {
    const consent = vue.useConsent()
    const facts = () => [consent.value.ready, consent.value.needsChoice, ...['necessary', 'youtube'].map(consent.value.granted)]
    return () => h('p', facts().join())
  },
}

const renderers = {
  react: {
    consented: (asked: Asked) =>
      renderToString(createElement(StrictMode, null, createElement(react.Consented, asked, createElement('b', null, CONTENT)))),
    declaration: () => renderToString(createElement(react.Declaration, { id: 'piskotki' })),
    status: () => renderToString(createElement(Status)),
  },
  vue: {
    consented: ({ service, fallback }: Asked) =>
      renderVue(
        createSSRApp(() =>
          h(vue.Consented, { service }, {
            default: () => [h('b', CONTENT)],
            ...(fallback !== undefined && { fallback: () => [h('i', fallback)] }),
          }),
        ),
      ),
    declaration: () => renderVue(createSSRApp(() => h(vue.Declaration, { id: 'piskotki' }))),
    status: () => renderVue(createSSRApp(VueStatus)),
  },
}

describe.each(Object.entries(renderers))('%s on a server', (_, { consented, declaration, status }) => {
  test('renders the place of the placeholder, and never what is held back', async () => {
    for (const service of ['youtube', 'embeds', 'neznana', 'necessary youtube', '']) {
      const html = await consented({ service })
      // Without its mark: the core must not touch it before it has been taken over.
      expect(html).toMatch(/^<div><iframe[^>]*><\/iframe><\/div>$/)
      expect(html).not.toMatch(/src|data-privolim/)
      expect(html).not.toContain(CONTENT)
    }
  })

  test('renders the fallback where there is one', async () => {
    const html = await consented({ service: 'youtube', fallback: 'NAMESTO' })
    expect(html).toContain('NAMESTO')
    expect(html).not.toContain('iframe')
    expect(html).not.toContain(CONTENT)
  })

  test('renders what is strictly necessary', async () => {
    expect(await consented({ service: 'necessary' })).toContain(CONTENT)
  })

  test('holds the place of the declaration', async () => {
    expect(await declaration()).toBe('<div id="piskotki"></div>')
  })

  test('denies everything optional, and asks nobody', async () => {
    expect(await status()).toBe('<p>false,false,true,false</p>')
  })
})
