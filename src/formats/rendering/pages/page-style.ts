/** How a page looks: for screens and paper, in light and dark, from 320 pixels on, in both directions of writing. */

/** Everything between `<style>` and `</style>`. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fffdf9; --ink: #1f1d1a; --faint: #5c5750; --line: #d9d3c8; --link: #0a4f8f;
  --notice: #fff3d6; --notice-line: #a67400; --alarm: #9b1c1c; --on-alarm: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e9e6e0; --faint: #b4aea5; --line: #3b3d40; --link: #93c8ff;
    --notice: #332a10; --notice-line: #d9a520; --alarm: #ffb3a7; --on-alarm: #2a0500;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Noto Serif", "Noto Sans Arabic", serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 44rem; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6, .publisher, .count, .issued, nav, article > footer, .unpublished { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", Arial, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 .5rem; text-wrap: balance; }
h1 { font-size: 2rem; margin-top: .25rem; }
h2 { font-size: 1.6rem; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.05rem; }
p, ul, ol, blockquote, pre, dl { margin: 0 0 1rem; }
.skip { position: absolute; inset-inline-start: 1rem; top: -6rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { top: .5rem; }
.publisher, .count, .issued { color: var(--faint); font-size: .95rem; margin: 0; }
.publisher { text-transform: uppercase; letter-spacing: .06em; font-size: .85rem; }
nav { margin: 2.5rem 0; padding-block: .5rem 1rem; border-block: 1px solid var(--line); line-height: 1.45; }
nav h2 { font-size: 1.1rem; margin-top: .75rem; }
nav h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; color: var(--faint); }
nav ul { list-style: none; padding: 0; margin: 0; }
nav li { padding-block: .3rem; }
nav time, .mark { display: block; color: var(--faint); font-size: .85rem; }
.mark { color: inherit; font-weight: 700; }
article { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 3.5rem; }
main > article:first-child { border-top: 0; margin-top: 1.5rem; }
article > h1, article > h2 { margin: .5rem 0; }
.issued { margin-bottom: 1.25rem; }
.unpublished { background: var(--alarm); color: var(--on-alarm); border: 2px solid var(--alarm); padding: .4rem .8rem; font-weight: 700; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.corrections { background: var(--notice); border-inline-start: 4px solid var(--notice-line); padding: .75rem 1rem; margin-bottom: 1.25rem; }
.corrections p { margin: 0 0 .5rem; }
.corrections p:last-child { margin: 0; }
.summary { font-size: 1.15rem; line-height: 1.5; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--line); }
pre, code { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
pre { white-space: pre-wrap; border: 1px solid var(--line); padding: .75rem; direction: ltr; text-align: left; }
.table { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; font-size: .95rem; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
sup { line-height: 0; }
.footnotes { font-size: .9rem; }
article > footer { color: var(--faint); font-size: .875rem; line-height: 1.5; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.25rem; border-top: 1px solid var(--line); padding-top: .75rem; margin-top: 1.5rem; }
dl div { display: contents; }
dt { font-weight: 600; }
dd { margin: 0; }
dd ul { list-style: none; margin: 0; padding: 0; }
.labels { display: flex; flex-wrap: wrap; gap: .3rem; }
.labels li { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; }
@media (max-width: 30rem) {
  body { padding-top: 1.25rem; }
  h1 { font-size: 1.6rem; }
  h2 { font-size: 1.35rem; }
  dl { grid-template-columns: 1fr; gap: .1rem; }
  dd { margin-bottom: .5rem; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --faint: #333333; --line: #999999; --link: #000000; --notice: #ffffff; --notice-line: #000000; --alarm: #9b1c1c; --on-alarm: #ffffff; }
  @page { margin: 2cm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  h1, h2, h3, h4, h5, h6, .issued { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  blockquote, pre, tr, dl, .corrections { break-inside: avoid; }
  .table { overflow: visible; }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
}
`;

/** SHA-256 of the style in base64: the one thing that the page's security policy lets in. */
export const pageStyleHash = 'QAXqlIQvkyU6YC9kwfCLzy19XfBTK/vrEBMolW8t6vs=';
