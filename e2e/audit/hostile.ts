import type { Answer, World } from '../support/world.js'

const HOST = 'grozno.test.example'

export const HOSTILE = `http://${HOST}/`

/** Another site that the pages would go on to. */
export const ELSEWHERE = 'drugje.example'

/** More than the tests' audit reads of one answer. */
export const TOO_LARGE = 3_000_000

const pages: Readonly<Record<string, string | Answer>> = {
  '/': '<h1>Grozno</h1>',
  '/okna': '<script>alert("1"); confirm("2"); prompt("3"); onbeforeunload = (event) => { event.preventDefault(); event.returnValue = "4" }</script>',
  '/prenos': { type: 'application/octet-stream', body: 'x', headers: { 'Content-Disposition': 'attachment; filename="virus.exe"' } },
  '/prenos-skripta': '<a id="a" href="/prenos" download>x</a><script>a.click()</script>',
  '/velika': { body: 'x'.repeat(TOO_LARGE) },
  '/krog': { status: 302, headers: { Location: '/krog' } },
  '/krog-skripta': '<script>location.href = "/krog-skripta?" + Math.random()</script>',
  '/drugam': `<script>location.href = "http://${ELSEWHERE}/"</script>`,
  '/preusmeri-drugam': { status: 302, headers: { Location: `http://${ELSEWHERE}/pristanek` } },
  '/obrazec': '<form method="post" action="/poslano"><input name="a" value="b"></form><script>document.forms[0].submit()</script>',
  '/okno': '<script>open("/napaka")</script>',
  '/zanka': '<script>addEventListener("load", () => setTimeout(() => { for (;;); }, 0))</script>',
  '/napaka': { status: 500, body: '<h1>500</h1>' },
  // Makes nothing of the page what it says it is.
  '/pokvarjena': `<script>
    Array.prototype.map = Array.prototype.filter = Array.from = () => { throw new Error('no') }
    Object.prototype.get = 1
    document.querySelectorAll = () => { throw new Error('no') }
    Storage.prototype.getItem = () => { throw new Error('no') }
    setInterval(() => document.body.append('x'), 1)
  </script>`,
}

/** A site whose pages do all that a page can do to keep a visitor from going on. */
export const serveHostile = (world: World): void => {
  const links = [...Object.keys(pages), '/molk'].map((path) => `<a href="${path}">${path}</a>`)
  world.serve(HOST, ({ path }) => {
    const [pathname = '/'] = path.split('?')
    const answer = pages[pathname]
    if (answer === undefined) return { status: 404, type: 'text/plain', body: '' }
    return typeof answer === 'string' ? `<!doctype html><html lang="sl"><title>${pathname}</title>${pathname === '/' ? links.join(' ') : ''}${answer}` : answer
  })
  world.hang(`${HOSTILE}molk`)
}
