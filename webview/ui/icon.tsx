/** Outlines on a 16 px grid, drawn with the text colour. */
const outlines = {
  add: 'M8 3v10M3 8h10',
  arrowDown: 'M8 3v9.5M4 8.8 8 12.8l4-4',
  arrowUp: 'M8 13V3.5M4 7.2 8 3.2l4 4',
  beside: 'M2.5 3h11v10h-11zM8 3v10',
  check: 'M3 8.5 6.4 12 13 4.5',
  circle: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  chevronDown: 'M4 6l4 4 4-4',
  chevronRight: 'M6 4l4 4-4 4',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.3',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  duplicate: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7M9 8v3M7.5 9.5h3',
  edit: 'M3 13l.7-3L10.8 3l2.2 2.2-7 7.1L3 13z',
  error: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM6 6l4 4M10 6l-4 4',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  arrowLeft: 'M13 8H3.5M7.2 4 3.2 8l4 4',
  arrowRight: 'M3 8h9.5M8.8 4l4 4-4 4',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  fold: 'M3 3.5h10M3 12.5h10M5.5 6.5 8 9l2.5-2.5',
  history: 'M3 8a5 5 0 1 1 1.6 3.7M3 8V4.6M3 8h3.3M8 5.4V8l1.9 1.2',
  info: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 7.2v4M8 4.8v.6',
  json: 'M6 3C4.2 3 4.8 7.2 3 8c1.8.8 1.2 5 3 5M10 3c1.8 0 1.2 4.2 3 5-1.8.8-1.2 5-3 5',
  link: 'M6.8 9.2 9.2 6.8M7.5 4.8l1.2-1.2a2.6 2.6 0 0 1 3.7 3.7l-1.2 1.2M8.5 11.2l-1.2 1.2a2.6 2.6 0 0 1-3.7-3.7l1.2-1.2',
  openExternal: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  matchCase: 'M2 12 5 4l3 8M3 9.5h4M13.5 8v4M13.5 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  person: 'M8 2.8a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM3 13.2c.5-2.6 2.4-4 5-4s4.5 1.4 5 4',
  play: 'M5 3.2v9.6L12.5 8 5 3.2z',
  raw: 'M5.5 4.5 2.5 8l3 3.5M10.5 4.5l3 3.5-3 3.5M9 3.5l-2 9',
  replay: 'M13 8a5 5 0 1 1-1.6-3.7M13 8V4.6M13 3v3.2H9.8',
  save: 'M8 2.5v7M5 6.8l3 3 3-3M3 11v2.5h10V11',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2 13.5 13.5',
  send: 'M2.5 2.8 14 8 2.5 13.2 4.2 8 2.5 2.8zM4.2 8H9',
  skipped: 'M4 8h8',
  stop: 'M4.5 4.5h7v7h-7z',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9',
  trash: 'M3 4.5h10M6.2 4.5V3h3.6v1.5M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  wrap: 'M2.5 4h11M2.5 8h8.5a2 2 0 0 1 0 4H7.5M9 10.3 7.3 12 9 13.7M2.5 12h2',
  warning: 'M8 2.5 14.2 13.5H1.8L8 2.5zM8 6.5v3.5M8 11.3v.7',
} as const;

export type IconName = keyof typeof outlines;

/** Decoration: whoever shows it says the same in text or in a label. */
export function Icon({ name, slot }: { readonly name: IconName; readonly slot?: string }) {
  return (
    <svg class="icon" slot={slot} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={outlines[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.1"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
