/** No `>`, which would be written as a reference: nothing in the report is exempt from being escaped. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d2125; --soft: #565d64; --line: #d5d1c7; --ground: #f3f0e8;
  --blue: #1f4e79; --error: #9b1c1c; --warn: #805300; --info: #3c5a78; --good: #22633a;
  --own: #8b9299; --declared: #2f6ea5; --other: #b3431f; --hatch: #7d2a10;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191c; --ink: #e7e5df; --soft: #a9aeb3; --line: #3b4147; --ground: #1f2428;
    --blue: #8cbce8; --error: #f29a90; --warn: #e6bd63; --info: #a3c1de; --good: #8fd0a3;
    --own: #7f878e; --declared: #64a5dc; --other: #ea8058; --hatch: #9c3d1b;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 52rem; padding: clamp(1.25rem, 5vw, 4rem) clamp(1rem, 4vw, 2rem) 5rem;
  font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, .verdict { font-family: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', 'Liberation Serif', Georgia, serif; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 5vw, 2.6rem); line-height: 1.15; font-weight: 600; margin: 0 0 1rem; letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin: 0 0 1rem; }
h3 { font-size: 1.15rem; line-height: 1.3; font-weight: 600; margin: 2rem 0 0.75rem; }
p { margin: 0 0 1rem; max-width: 42rem; }
a { color: var(--blue); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
code { font: 0.86em/1.5 ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace; }
section { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.kicker { font-size: 0.85rem; color: var(--soft); letter-spacing: 0.02em; margin: 0 0 0.5rem; }
.verdict { font-size: 1.3rem; line-height: 1.4; margin: 0 0 2rem; padding-left: 1rem; border-left: 4px solid var(--good); }
.verdict.error { border-color: var(--error); }
.verdict.warn { border-color: var(--warn); }
.verdict.info { border-color: var(--info); }
.facts { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: 0.35rem 1.5rem; margin: 0; font-variant-numeric: tabular-nums; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; margin: 2.5rem 0 0; }
nav a { display: inline-block; padding: 0.2rem 0; }
figure { margin: 0 0 2rem; }
figcaption { font-size: 0.88rem; color: var(--soft); margin-top: 0.5rem; }
img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.figures { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start; }
.figures figure { flex: 1 1 18rem; margin: 0; }
.figures figure.phone { flex: 0 1 15rem; }
.plot { display: block; width: 100%; height: auto; }
.plot text { font: 15px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.plot .key { fill: var(--soft); font-size: 14px; }
.plot .own { fill: var(--own); }
.plot .declared { fill: var(--declared); }
.plot .other.of-broad { fill: url(#hatch-broad); }
.plot .other.of-narrow { fill: url(#hatch-narrow); }
.plot.narrow { display: none; }
.plot .hatch-ground { fill: var(--other); }
.plot .hatch-line { fill: var(--hatch); }
.findings { list-style: none; padding: 0; margin: 0; }
.finding { padding: 0.9rem 0 0.9rem 1rem; border-left: 4px solid var(--info); border-bottom: 1px solid var(--line); }
.finding.error { border-left-color: var(--error); }
.finding.warn { border-left-color: var(--warn); }
.finding:last-child { border-bottom: 0; }
.finding p { margin: 0; }
.finding .code { font-size: 0.85rem; font-weight: 600; font-variant-numeric: tabular-nums; color: var(--info); }
.finding.error .code { color: var(--error); }
.finding.warn .code { color: var(--warn); }
.evidence { margin: 0.5rem 0 0; padding: 0; list-style: none; font-size: 0.9rem; color: var(--soft); }
.evidence li { margin: 0.15rem 0; padding-left: 1.1em; text-indent: -1.1em; }
.evidence li::before { content: '– '; }
.evidence code { color: var(--ink); }
/* Scrolled alone where it is too wide; the ring of the focus needs its room. */
.wide { overflow-x: auto; margin: 0 0 2rem; }
.wide:focus-visible { outline: 3px solid var(--blue); outline-offset: 4px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.9rem 0.45rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
th { overflow-wrap: break-word; }
thead th { font-weight: 600; color: var(--soft); font-size: 0.85rem; border-bottom-color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 500; overflow-wrap: anywhere; }
td p { margin: 0; }
.numbers td, .numbers thead th { text-align: right; }
.numbers thead th:first-child { text-align: left; }
.assertions th, .assertions td:last-child { white-space: nowrap; }
.note { color: var(--soft); font-size: 0.9rem; }
.outcome { font-weight: 600; }
.outcome.holds { color: var(--good); }
.outcome.fails { color: var(--error); }
.outcome.unseen { color: var(--soft); font-weight: 400; }
.hashes code { font-size: 0.78em; }
@media screen and (max-width: 36rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 0.6rem; }
  .plot.broad { display: none; }
  .plot.narrow { display: block; }
  table { font-size: 0.88rem; }
  /* Read whole, however far its table is scrolled. */
  caption { position: sticky; left: 0; width: calc(100vw - 2rem); }
  table.numbers, table.many { min-width: 31rem; }
  .assertions td:last-child { white-space: normal; overflow-wrap: normal; }
  th, td { padding-right: 0.6rem; }
  .evidence li { text-indent: 0; padding-left: 0; }
}
@page { size: A4; margin: 18mm 17mm 20mm; }
@page { @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --ground: #eee;
    --blue: #1f4e79; --error: #9b1c1c; --warn: #6b4500; --info: #3c5a78; --good: #22633a;
    --own: #8b9299; --declared: #2f6ea5; --other: #b3431f; --hatch: #7d2a10;
  }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.45; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 22pt; }
  h2 { font-size: 15pt; }
  h3 { font-size: 12pt; margin-top: 6mm; }
  .verdict { font-size: 13pt; }
  h2, h3, caption, thead, h2 + p, h3 + p { break-after: avoid; }
  section { margin-top: 9mm; padding-top: 5mm; }
  .figures figure, .figures figure.phone { flex: 0 1 auto; max-width: 80mm; }
  .figures figure.phone { max-width: 50mm; }
  .wide { overflow: visible; }
  .finding, figure, tr { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  nav { display: none; }
  a[href^='http']::after { content: ' (' attr(href) ')'; color: var(--soft); }
}
`
