/**
 * The same page for every widget, but for its own lines: `head` and `tail` are what the widget wants there, `held` are
 * the scripts as the widget holds them, `link` opens its preferences. Without a widget it is the page alone.
 */
export const pageOf = ({ lang = 'en', head = '', held = [], tail = '', link = '' }) => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench</title>
<link rel="icon" href="data:,">
<script>performance.mark('bench page')</script>
${head}
<style>body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1rem/1.5 sans-serif; color: #222; background: #fff }</style>
</head>
<body>
<header><h1>Bench</h1></header>
<main>
${PARAGRAPHS.map((paragraph, index) => paragraph + (held[index] ?? '')).join('\n')}
${held.slice(PARAGRAPHS.length).join('\n')}
</main>
<footer><p>${link}</p></footer>
${tail}
</body>
</html>
`

const PARAGRAPHS = Array.from(
  { length: 20 },
  (_, number) => `<p>${number + 1}. News of the club, a list of its events, and all there is to know about joining it.</p>`,
)
