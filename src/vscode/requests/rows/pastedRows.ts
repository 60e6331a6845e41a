import { t } from '@vscode/l10n';
import { validateRequest } from '../../../core/forms/checks/validateRequest';
import { readCells, readRows } from '../../../core/forms/rows/csvText';
import { GroupedRows } from '../../../core/forms/rows/groupedRows';
import { guessChoices } from '../../../core/forms/rows/guessChoices';
import { planCells } from '../../../core/forms/rows/planCells';
import { planRows, type RowsPlan, type RowsTarget } from '../../../core/forms/rows/planRows';
import { editTexts } from '../../../core/requests/editing/editTexts';
import { parseRequestFile } from '../../../core/requests/requestFile';
import { giveWay } from '../../../node/giveWay';
import type { FormEdit } from '../../../protocol/form';
import { isWithin, parentOf } from '../../../protocol/pointer';
import type { CellRange, RowChoices, RowGroup, RowsOf, RowsPreview } from '../../../protocol/table/rows';
import type { RequestSession } from '../session/requestSession';
import { RowsPlace } from './rowsPlace';
import type { RequestRows } from './rowsTarget';

export interface RowsSource extends RowsOf {
  readonly text: string;
  /** What a person knows it by. */
  readonly source: string;
  /** Where it was pasted, if at a cell. */
  readonly cells?: CellRange;
}

const samplesEach = 3;

/** Rows that are being looked at, until they are taken or dropped. */
export class PastedRows {
  readonly #source: RowsSource;
  #place: RowsPlace;
  #choices: RowChoices;
  /** By the separator that they were read with. */
  #read: { readonly separator: string; readonly rows: readonly (readonly string[])[] } | undefined;

  /** `version` is that of the text in which the target is. */
  constructor(source: RowsSource, target: RequestRows, version: number) {
    this.#source = source;
    this.#place = RowsPlace.of(source, source.cells?.rows ?? [], target, version);
    this.#choices = guessChoices(source.text, target.columns);
  }

  /** What puts all rows, the first one as well, into the cells that they were pasted at. */
  cellEdits(target: RequestRows, kept: GroupedRows): readonly FormEdit[] {
    const { cells, text } = this.#source;
    if (cells === undefined) return [];
    return planCells(readCells(text, this.#choices.separator), this.#place.range(cells, target), target, kept);
  }

  get list(): RowsOf {
    return this.#place.list;
  }

  /** Goes with the list and the cells through changes of the text. */
  follow({ edits, version }: RequestSession): 'there' | 'moved' | 'gone' {
    const place = this.#place.in(edits, version);
    if (place === undefined) return 'gone';
    const isThere = place.list.pointer === this.#place.list.pointer;
    this.#place = place;
    return isThere ? 'there' : 'moved';
  }

  /** Another separator makes other columns, which are understood anew. */
  choose(choices: RowChoices, target: RowsTarget): void {
    const { separator, existing, takesRefused } = choices;
    this.#choices =
      separator === this.#choices.separator
        ? choices
        : { ...guessChoices(this.#source.text, target.columns, separator), existing, takesRefused };
  }

  plan(target: RowsTarget): RowsPlan {
    return planRows(this.#rows(), this.#choices, target);
  }

  async preview(target: RequestRows, session: RequestSession): Promise<RowsPreview> {
    const { source, cells } = this.#source;
    const rows = this.#rows();
    await giveWay();
    const plan = this.plan(target);
    await giveWay();
    const { added, updated, skipped, existing, refused } = plan;
    return {
      ...this.list,
      source,
      choices: this.#choices,
      columns: this.#columns(rows),
      rows: rows.length,
      ...{ added, updated, skipped, refused },
      ...(existing !== undefined && { existing }),
      wrong: await wrongRows(plan, target, session),
      cell: cells !== undefined,
    };
  }

  #rows(): readonly (readonly string[])[] {
    return this.#all().slice(this.#choices.hasHead ? 1 : 0);
  }

  #all(): readonly (readonly string[])[] {
    const { separator } = this.#choices;
    if (this.#read?.separator !== separator) {
      this.#read = { separator, rows: readRows(this.#source.text, separator).rows };
    }
    return this.#read.rows;
  }

  #columns(rows: readonly (readonly string[])[]): RowsPreview['columns'] {
    const head = this.#choices.hasHead ? (this.#all()[0] ?? []) : [];
    return this.#choices.targets.map((_, index) => ({
      head: head[index]?.trim() || t('Column {0}', index + 1),
      samples: rows.flatMap((row) => row[index]?.trim() || []).slice(0, samplesEach),
    }));
  }
}

/** What the form would say of the rows. */
async function wrongRows(plan: RowsPlan, target: RequestRows, session: RequestSession): Promise<readonly RowGroup[]> {
  const { state } = session;
  if (state?.kind !== 'checked') return [];
  const real = target.real(plan.edits);
  const parsed = parseRequestFile(editTexts(session.document.getText(), real.edits));
  await giveWay();
  if (parsed.kind === 'unreadable') return [];
  const { request } = parsed;
  const { issues } = validateRequest(state.operation, request, session.facts.value, {
    siblings: state.provider,
    written: request.written,
  });
  const numbers = new Map(
    [...plan.places].map(([number, place]) => [real.places.get(place) ?? target.pointerOf(place, ''), number]),
  );
  const groups = new GroupedRows();
  for (const { pointer, message, severity } of issues) {
    if (severity !== 'error' || !isWithin(pointer, target.pointer)) continue;
    const row = rowAt(pointer, numbers);
    if (row !== undefined) groups.add(message, row);
  }
  return groups.groups;
}

/** Of what lies in several, the innermost. */
function rowAt(pointer: string, numbers: ReadonlyMap<string, number>): number | undefined {
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    const row = numbers.get(at);
    if (row !== undefined) return row;
  }
  return undefined;
}
