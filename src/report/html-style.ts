/** The style of the page: the system's own fonts and colours for light, dark and paper. */
export const style = String.raw`
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0e1217);
  --card: light-dark(#ffffff, #161b22);
  --raised: light-dark(#f0f2f5, #1f262f);
  --line: light-dark(#dfe3e8, #2c343e);
  --text: light-dark(#1b2027, #e5e9ee);
  --soft: light-dark(#545e69, #a3aeba);
  --accent: light-dark(#0a54c4, #82b4ff);
  --good: light-dark(#0f6430, #7fdc9a);
  --good-ground: light-dark(#e5f4ea, #12301f);
  --caution: light-dark(#7a4a00, #f1c76b);
  --caution-ground: light-dark(#fdf2d9, #352a0c);
  --bad: light-dark(#a31125, #ff9d97);
  --bad-ground: light-dark(#fdebec, #40191c);
  --neutral: light-dark(#505a64, #aab4be);
  --neutral-ground: light-dark(#eceff2, #242c35);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre, .tree text { font-family: var(--mono); font-size: .875em; unicode-bidi: isolate; }
h1, h2, h3, h4, p, ul, dl, dd, figure, pre { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.3; font-weight: 650; text-wrap: pretty; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin-bottom: .75rem; }
h3 { font-size: 1rem; font-weight: 650; }
h4 { font-size: .8125rem; font-weight: 650; color: var(--soft); margin-bottom: .4rem; }
section { margin-bottom: 2.75rem; }
.lead { color: var(--soft); margin: -.35rem 0 1rem; max-width: 50rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; z-index: 2; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding-top: 1.1rem; padding-bottom: 1.1rem; }
.brand { font-weight: 650; letter-spacing: -.01em; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-left: auto; font-size: .9375rem; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
.commit { color: var(--soft); font-size: .9375rem; }
button { font: inherit; font-size: .875rem; padding: .3rem .8rem; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
button:hover { border-color: var(--soft); }
#theme[aria-pressed="true"] { background: var(--raised); }
:root:not(.js) :is(#theme, .filter, .copy) { display: none; }

.verdict, article, .target, .platform, figure, .how dl, .findings > li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.verdict { --tone: var(--good); --tone-ground: var(--good-ground); border-top: 5px solid var(--edge, var(--tone)); padding: 1.5rem 1.75rem; }
.verdict.warn { --edge: light-dark(#cf8d0b, #f1c76b); --tone: var(--caution); --tone-ground: var(--caution-ground); }
.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.outcome { display: inline-block; margin-bottom: .6rem; padding: .1rem .8rem; border-radius: 99px; background: var(--tone-ground); color: var(--tone); font-weight: 650; font-size: .9375rem; }
.because { margin-top: .5rem; color: var(--soft); max-width: 60rem; }
.todo { margin-top: 1.1rem; padding: .8rem 1.1rem; background: var(--raised); border-radius: 8px; }
.todo h2 { font-size: 1rem; margin-bottom: .2rem; }
.todo ul { padding-left: 1.2rem; }
.counts { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-top: 1.2rem; color: var(--soft); }
.counts ul { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none; }

.mark { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-weight: 550; font-size: .875rem; line-height: 1.5; color: var(--neutral); background: var(--neutral-ground); text-decoration: none; }
.mark::before { margin-right: .4em; font-weight: 700; content: "–"; content: "–" / ""; }
.good { color: var(--good); background: var(--good-ground); }
.good::before { content: "✓"; content: "✓" / ""; }
.caution { color: var(--caution); background: var(--caution-ground); }
.caution::before { content: "!"; content: "!" / ""; }
.bad { color: var(--bad); background: var(--bad-ground); }
.bad::before { content: "✗"; content: "✗" / ""; }
td .mark { border-radius: 8px; }
a.mark:hover { text-decoration: underline; }
a.off { visibility: hidden; }
.tag { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 6px; color: var(--soft); font-size: .75rem; font-weight: 500; line-height: 1.5; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; white-space: nowrap; }
.said, .on, .who, .page, .range, .where, .platforms { color: var(--soft); font-weight: 400; font-size: .9375rem; }
.folder { color: var(--soft); font-weight: 400; }
.page { font-size: .8125rem; }

article { padding: 1.1rem 1.4rem; margin-bottom: .9rem; }
article > * + * { margin-top: .6rem; }
.reasons > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 1rem; padding: .15rem 0; }
dt { color: var(--soft); }
.exception td:last-child { min-width: 13rem; }
.findings { padding: 0; list-style: none; display: grid; gap: .75rem; }
.findings > li { padding: .9rem 1.2rem; }
.finding p + p { margin-top: .3rem; }
summary { cursor: pointer; }
details > summary { border-radius: 6px; }
article details > summary, figure details > summary, .part details > summary { color: var(--accent); font-size: .9375rem; }
article details > * + *, figure details > * + *, .part details > * + * { margin-top: .5rem; }

.copyable { position: relative; }
.copyable + p { margin-top: .4rem; color: var(--soft); font-size: .875rem; }
pre { padding: .75rem 5.5rem .75rem 1rem; background: var(--raised); border-radius: 8px; overflow: auto; max-height: 26rem; white-space: pre-wrap; }
.copy { position: absolute; top: .45rem; right: .5rem; padding: .1rem .6rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; overflow-wrap: normal; }
th, td { padding: .45rem .6rem .45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: .8125rem; font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: 550; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; margin: 0 -.75rem 1rem; padding: .7rem .75rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .875rem; }
.filter label { display: inline-flex; align-items: center; gap: .45rem; color: var(--soft); white-space: nowrap; }
.filter :is(input[type="search"], select) { font: inherit; color: var(--text); background: var(--card); border: 1px solid light-dark(#8b949e, #6b7682); border-radius: 8px; padding: .3rem .6rem; max-width: 15rem; min-width: 0; }
.filter input::placeholder { color: var(--soft); opacity: 1; }
.filter [role="status"] { margin-left: auto; color: var(--text); font-variant-numeric: tabular-nums; }
.js .target, .js .build { scroll-margin-top: 5rem; }
.matrices { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9rem; margin-bottom: 1.75rem; }
.matrices.narrow { grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); align-items: start; }
.platform { padding: .8rem 1.2rem; }
.platform summary h3 { display: inline; }
.platform .said { margin-left: .6rem; font-size: .875rem; }
.platform .scroll { margin-top: .6rem; }
.platform :is(tbody th, td, .mark) { white-space: nowrap; }

.target { margin-bottom: .9rem; padding: .3rem 0; }
.many .target { content-visibility: auto; contain-intrinsic-size: auto 13rem; }
.target > h3 { padding: .6rem 1.2rem .5rem; }
.on { margin-left: .5rem; }
.build { border-top: 1px solid var(--line); }
.target > .unseen + .build { border-top: 0; }
.build > summary { display: grid; grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 4.5rem; gap: .2rem 1rem; align-items: baseline; padding: .45rem 1.2rem; list-style: none; font-size: .9375rem; }
.files .build > summary { grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 7.5rem; }
.build > summary::-webkit-details-marker { display: none; }
.build > summary:hover { background: var(--raised); }
.build > summary:focus-visible { outline-offset: -3px; }
.build .name { font-weight: 550; }
.build .name::before { content: ""; display: inline-block; width: .42em; height: .42em; margin: 0 .7em .12em 0; border: solid var(--soft); border-width: 0 .13em .13em 0; transform: rotate(-45deg); }
.build[open] .name::before { transform: rotate(45deg); }
.build .mark { justify-self: start; }
.needs, .linker { color: var(--soft); font-size: .875rem; }
.build[open] > summary { background: var(--raised); }
.parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.4rem 2rem; padding: 1.1rem 1.2rem 1.5rem 2.35rem; font-size: .9375rem; }
.wide { grid-column: 1 / -1; }
.part ul { padding-left: 1.1rem; }
.part .findings { padding: 0; }
.part .findings > li { background: none; border: 0; padding: 0; }
.part dl > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: .75rem; padding: .1rem 0; }
.part dd ul { padding-left: 0; list-style: none; }

figure { padding: 1.1rem 1.4rem; margin-bottom: .9rem; }
figcaption h3 { display: inline; margin-right: .5rem; }
figure .scroll { margin: .9rem 0 .7rem; }
figure ul { padding-left: 1.2rem; }
.tree { display: block; }
.tree path { fill: none; stroke: var(--soft); stroke-width: 1.5; opacity: .65; }
.tree .tip { fill: var(--soft); stroke: none; }
.tree rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; }
.tree text { fill: var(--text); font-size: 12px; }
.tree .main rect { fill: var(--raised); }
.tree .cgo rect { fill: var(--caution-ground); stroke: var(--caution); }
.tree .word { fill: var(--caution); font-weight: 700; }
.costs { background: var(--card); }
.costs .bar { width: 26%; vertical-align: middle; }
.bar svg { display: block; width: 100%; height: .65rem; border-radius: 3px; }
.bar .whole { fill: var(--raised); }
.size .part-of { fill: light-dark(#4b7bd1, #6f9fea); }
.time .part-of { fill: light-dark(#8a6fc4, #a990e0); }
.costs :is(th, td) { vertical-align: middle; }
.costs tbody th { white-space: nowrap; }
.costs .number { width: 1%; padding-right: 1.5rem; }
.scroll:has(.costs) { padding: .6rem 1.4rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.how dl { padding: .8rem 1.4rem; }
.how dl > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 1rem; padding: .3rem 0; }
.how ul { padding-left: 1.1rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }

@media (max-width: 62rem) {
  .build > summary, .files .build > summary { grid-template-columns: 1fr auto auto auto; }
  .build .mark { grid-column: 2 / -1; justify-self: end; }
  .build .needs { padding-left: 1.15rem; }
}
@media (max-width: 40rem) {
  h1 { font-size: 1.25rem; }
  header, main, footer { padding-left: .8rem; padding-right: .8rem; }
  .verdict { padding: 1.1rem; }
  .filter { position: static; }
  .filter label:not(.check) { width: 100%; }
  .filter :is(input[type="search"], select) { flex: 1; max-width: none; }
  nav { order: 1; width: 100%; }
  #theme { margin-left: auto; }
  .build .needs { grid-column: 1 / -1; }
  .build .linker { padding-left: 1.15rem; }
  .filter [role="status"] { margin-left: 0; }
  .reasons > div, .part dl > div, .how dl > div { grid-template-columns: 1fr; gap: 0; }
  .parts { padding-left: 1.2rem; }
  article, figure, .platform { padding-left: .9rem; padding-right: .9rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .mark { border: 1px solid; } .bar svg { forced-color-adjust: none; } }
@media print {
  :root, :root[data-theme] { color-scheme: only light; --ground: #fff; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .filter, #theme, .copy, .skip { display: none !important; }
  a { color: inherit; text-decoration: none; }
  pre { max-height: none; padding-right: 1rem; overflow: visible; }
  .scroll { overflow: visible; }
  .tree { max-width: 100%; height: auto; }
  .range { display: block; }
  .many .target { content-visibility: visible; }
  section { margin-bottom: 1.5rem; }
  h2, h3, summary { break-after: avoid; }
  tr, .part, .findings > li { break-inside: avoid; }
  .mark { print-color-adjust: exact; }
}
`;
