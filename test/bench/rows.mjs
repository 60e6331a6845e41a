/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number | undefined} ours Undefined when that part of the product is not built or was not shown.
 * @property {number | undefined} [baseline] Measured in the same run.
 * @property {number | undefined} [ratio] Of the pairs that were measured side by side; otherwise of the two figures.
 * @property {Gate} [gate] Figures without one are for information.
 *
 * @typedef {{ atMost: number } | { ratioAtMost: number } | { ratioAtLeast: number }} Gate
 */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/**
 * Figures of both sides and their ratio, from rounds that measured them side by side: a machine that is slow for a
 * while is slow for both.
 * @param {readonly (readonly [ours: number, baseline: number])[]} rounds
 */
export function compare(rounds) {
  return {
    ours: median(rounds.map(([ours]) => ours)),
    baseline: median(rounds.map(([, baseline]) => baseline)),
    ratio: median(rounds.map(([ours, baseline]) => ours / baseline)),
  };
}

/** @param {readonly Row[]} rows */
export function printTable(rows) {
  const head = ['what', 'ours', 'baseline', 'ratio', 'gate', ''];
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  console.info('');
  for (const cells of lines) {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.info(padded.join('  ').trimEnd());
  }
}

/** @param {Row} row */
function cellsOf({ what, unit, ours, baseline, gate, ...row }) {
  const show = (/** @type {number} */ value) => `${value < 100 ? value.toPrecision(3) : Math.round(value)} ${unit}`;
  const ratio = row.ratio ?? (ours !== undefined && baseline ? ours / baseline : undefined);
  return [
    what,
    ours === undefined ? 'none' : show(ours),
    baseline === undefined ? '' : show(baseline),
    ratio === undefined ? '' : `${ratio.toFixed(2)} x`,
    gate ? gateText(gate, unit) : '',
    gate && ours !== undefined ? (isWithin(gate, ours, ratio) ? 'ok' : 'missed') : '',
  ];
}

/** @param {Gate} gate @param {string} unit */
function gateText(gate, unit) {
  if ('atMost' in gate) return `<= ${gate.atMost} ${unit}`;
  return 'ratioAtMost' in gate ? `<= ${gate.ratioAtMost} x` : `>= ${gate.ratioAtLeast} x`;
}

/** @param {Gate} gate @param {number} ours @param {number | undefined} ratio */
function isWithin(gate, ours, ratio) {
  if ('atMost' in gate) return ours <= gate.atMost;
  if (ratio === undefined) return false;
  return 'ratioAtMost' in gate ? ratio <= gate.ratioAtMost : ratio >= gate.ratioAtLeast;
}
