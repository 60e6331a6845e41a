/** The look of the signing pages: both colour schemes, high contrast, narrow screens. */
export const signingStyle = `
:root {
  --ground: #f3f4f7; --card: #ffffff; --text: #1c2129; --quiet: #5b6472; --line: #d9dde4; --faint: #e9ebf0;
  --accent: #3347c4; --on-accent: #ffffff; --accent-tint: #eef0fc;
  --done: #17703f; --refused: #b3261e; --expired: #8a5300; --banner: #fff4d6; --on-banner: #5c4300;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --card: #1d2026; --text: #e7e9ee; --quiet: #a2aab8; --line: #363b45; --faint: #2a2e36;
    --accent: #9dabff; --on-accent: #10152f; --accent-tint: #252a45;
    --done: #6bd196; --refused: #ff9a92; --expired: #f0b45a; --banner: #3a3013; --on-banner: #ffdf94;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, "Segoe UI", sans-serif; }
h1, h2, h3, p { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.125rem; line-height: 1.35; }
h3 { font-size: .8125rem; color: var(--quiet); font-weight: 600; }
a { color: var(--accent); overflow-wrap: anywhere; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: .875rem; }
.banner { background: var(--banner); color: var(--on-banner); border-bottom: 1px solid var(--line);
  padding: .5rem 1.5rem; font-size: .875rem; }
.banner span { float: right; }
.page { max-width: 64rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; display: grid;
  grid-template-columns: minmax(0, 1fr) 17rem; gap: 3rem; align-items: start; }
.page.narrow { grid-template-columns: minmax(0, 40rem); justify-content: center; }
main { display: grid; gap: 1.25rem; }
.lead { display: grid; gap: .5rem; margin-bottom: .5rem; }
.lead p:last-child { color: var(--quiet); }
.lead strong { color: var(--text); }
.eyebrow { color: var(--accent); font-weight: 600; font-size: .875rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem; }
.paper { display: grid; gap: 1.25rem; border-radius: 3px; padding: 2rem 2rem 1.75rem;
  box-shadow: 0 1px 2px rgb(0 0 0 / .05), 0 10px 24px -18px rgb(0 0 0 / .35); }
.lines { display: grid; gap: .6rem; }
.lines i { height: .5rem; border-radius: 2px; background: var(--faint); }
.lines i:nth-child(2) { width: 94%; }
.lines i:nth-child(3) { width: 97%; }
.lines i:nth-child(4) { width: 58%; }
.fields { list-style: none; margin: -.5rem 0 0; padding: 0; display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); }
.fields li { background: var(--accent-tint); border: 1px solid transparent; border-bottom: 2px solid var(--accent);
  border-radius: 4px 4px 0 0; padding: 1.25rem .75rem .4rem; font-size: .875rem; overflow-wrap: anywhere; }
.actions { display: flex; gap: 1.25rem; align-items: center; justify-content: space-between; position: sticky;
  bottom: 1rem; padding: 1.1rem 1.5rem; box-shadow: 0 8px 28px -12px rgb(0 0 0 / .35); }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; border-radius: 8px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: var(--text); }
button:hover { background: var(--faint); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding: .75rem 2rem; }
button.primary:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details.card { padding: 0; background: transparent; }
summary { padding: .9rem 1.5rem; cursor: pointer; border-radius: 10px; color: var(--quiet); font-weight: 600; }
details form { padding: .25rem 1.5rem 1.5rem; display: grid; gap: .6rem; justify-items: start; }
label { font-size: .875rem; }
.answers { display: grid; gap: 1rem; justify-items: start; }
.answers p, .answers input { width: 100%; }
.answers input { font: inherit; padding: .6rem .75rem; border-radius: 8px; border: 1px solid var(--quiet);
  background: var(--card); color: var(--text); }
textarea { width: 100%; font: inherit; padding: .6rem .75rem; border-radius: 8px; resize: vertical;
  border: 1px solid var(--quiet); background: var(--card); color: var(--text); }
.notice { display: grid; gap: .9rem; padding: 2.25rem; border-top: 4px solid var(--quiet); border-radius: 4px 4px 10px 10px; }
.notice.done { border-top-color: var(--done); }
.notice.refused { border-top-color: var(--refused); }
.notice.expired { border-top-color: var(--expired); }
.notice.waiting { border-top-color: var(--accent); }
.next { border-top: 1px solid var(--line); padding-top: .9rem; }
aside { position: sticky; top: 2rem; }
.steps { list-style: none; margin: 1.25rem 0 0; padding: 0; display: grid; gap: 1.25rem; }
.steps li { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr); column-gap: .75rem; position: relative; }
.steps li + li::before { content: ""; position: absolute; left: .85rem; top: -1.1rem; height: .95rem;
  border-left: 1px solid var(--line); }
.steps .quiet { grid-column: 2; }
.mark { width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 1px solid var(--line); background: var(--card);
  display: grid; place-items: center; font-size: .8125rem; font-weight: 600; grid-row: span 2; }
.done .mark { color: var(--done); border-color: currentColor; }
.refused .mark { color: var(--refused); border-color: currentColor; }
[aria-current] .mark { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.who { overflow-wrap: anywhere; line-height: 1.35; padding-top: .15rem; font-weight: 500; }
.you { font-size: .75rem; font-weight: 600; color: var(--accent); }
@media (max-width: 48rem) {
  .page { grid-template-columns: minmax(0, 1fr); gap: 2rem; padding: 2rem 1rem 3rem; }
  aside { position: static; }
  .actions { flex-direction: column; align-items: stretch; }
  .banner { padding: .5rem 1rem; }
  .banner span { float: none; display: block; }
}
@media (forced-colors: active) {
  .lines { display: none; }
  .fields li { border-color: CanvasText; }
  [aria-current] .mark { border-width: 3px; }
  button.primary { background: Highlight; border-color: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;
