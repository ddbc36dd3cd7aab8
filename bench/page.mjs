import { SCRIPTS } from './scripts.mjs'

/** The same page for each peer, but for its own lines. A paragraph between the scripts, as pages have content. */
export const pageOf = ({ head, mark }, originOf) => {
  const held = SCRIPTS.map((script) => `<p>${script.number}</p>\n${mark(script.service, originOf(script) + script.path)}`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bench</title>
<link rel="icon" href="data:,">${head}
</head>
<body>
<h1>Bench</h1>
${held.join('\n')}
</body>
</html>
`
}
