import type { LaunchOptions } from '@playwright/test'

/**
 * Launch options that send all of a browser's traffic to a proxy on this machine: at launch and not for each context,
 * so that no context of a test can be made without it.
 */
export const behindProxy = (browserName: string, port: number, options: LaunchOptions = {}): LaunchOptions => {
  const proxied = { ...options, proxy: { server: `http://127.0.0.1:${port}` } }
  return browserName === 'firefox' ? { ...proxied, firefoxUserPrefs: firefoxPrefs(port, options) } : proxied
}

// Playwright's own option covers plain http only when it drives Firefox over WebDriver BiDi.
const firefoxPrefs = (port: number, { firefoxUserPrefs }: LaunchOptions) => ({
  ...firefoxUserPrefs,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
})
