import { signingStyle } from '../signing/signingStyle';

export const inspectorStyle = `${signingStyle}
.log { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
.log form { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; }
.log label { display: grid; gap: .25rem; font-size: .875rem; flex: 1 1 16rem; }
.log input[type=search] { font: inherit; padding: .5rem .75rem; color: var(--text); background: var(--card); border: 1px solid var(--quiet);
  border-radius: 6px; width: 100%; }
.log label.keep { display: flex; gap: .5rem; align-items: center; flex: 0 0 auto; min-height: 2.5rem; font-size: 1rem; cursor: pointer; }
.log input[type=checkbox] { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }
.log ol, .log ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.log ul { padding: .75rem 1rem; display: grid; gap: .25rem; font-size: .875rem; overflow-wrap: anywhere; }
.log ol:empty { display: none; }
.log section h2 { font-size: 1rem; margin: 0 0 .5rem; }
.log ol li + li { border-top: 1px solid var(--line); }
.log summary { font-variant-numeric: tabular-nums; display: grid; grid-template-columns: 1rem 6rem 3rem minmax(0, 1fr); gap: .25rem .75rem; padding: .625rem 1rem;
  cursor: pointer; border-radius: 9px; list-style: none; color: var(--text); font-weight: 400; }
.log summary::-webkit-details-marker { display: none; }
.log summary::before { content: ''; width: .4rem; height: .4rem; margin: .45rem 0 0 .1rem; border: solid var(--quiet);
  border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.log details[open] > summary::before { transform: rotate(45deg); margin-top: .3rem; }
.log summary > * { min-width: 0; overflow-wrap: anywhere; }
.log .status { font-weight: 600; color: var(--done); }
.log .status.refused { color: var(--refused); }
.log .more { grid-column: 4; color: var(--quiet); font-size: .875rem; }
.content { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; padding: .25rem 1rem 1rem 2.75rem; }
.content h2 { font-size: .875rem; margin: .5rem 0 0; color: var(--quiet); }
.content dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 14rem) minmax(0, 1fr); gap: .125rem 1rem; font-size: .875rem; }
.content dt { color: var(--quiet); overflow-wrap: anywhere; }
.content dd { margin: 0; overflow-wrap: anywhere; }
.content pre { margin: 0; max-height: 24rem; overflow: auto; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font-size: .8125rem; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; }
.content button { justify-self: start; font-size: .875rem; padding: .25rem .75rem; }
@media (max-width: 40rem) {
  .log { padding: 1.25rem 1rem 3rem; }
  .log summary { grid-template-columns: 1rem 1fr auto; padding: .625rem .75rem; }
  .log summary > code, .log .more { grid-column: 2 / -1; }
  .content { padding: .25rem .75rem 1rem; }
  .content dl { grid-template-columns: minmax(0, 1fr); }
  .content dd { margin-bottom: .375rem; }
}
`;
