import { validateRequest } from '../../../core/forms/checks/validateRequest';
import { readRows } from '../../../core/forms/rows/csvText';
import { GroupedRows } from '../../../core/forms/rows/groupedRows';
import { guessChoices } from '../../../core/forms/rows/guessChoices';
import { planCells } from '../../../core/forms/rows/planCells';
import { planRows, type RowsPlan, type RowsTarget } from '../../../core/forms/rows/planRows';
import { editTexts } from '../../../core/requests/editing/editTexts';
import { joinPointer } from '../../../core/requests/pointer';
import { parseRequestFile } from '../../../core/requests/requestFile';
import { giveWay } from '../../../node/giveWay';
import type { FormEdit } from '../../../protocol/form';
import { isWithin } from '../../../protocol/pointer';
import type { CellRange, RowChoices, RowGroup, RowsPreview } from '../../../protocol/table/rows';
import type { RequestSession } from '../session/requestSession';

export interface RowsSource {
  readonly pointer: string;
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
  #choices: RowChoices;
  /** By the separator that they were read with. */
  #read: { readonly separator: string; readonly rows: readonly (readonly string[])[] } | undefined;

  constructor(source: RowsSource, target: RowsTarget) {
    this.#source = source;
    this.#choices = guessChoices(source.text, target.columns);
  }

  /** What puts all rows, the first one as well, into the cells that they were pasted at. */
  cellEdits(target: RowsTarget): readonly FormEdit[] {
    const { cells } = this.#source;
    return cells ? planCells(this.#all(), cells, target) : [];
  }

  get pointer(): string {
    return this.#source.pointer;
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

  async preview(target: RowsTarget, session: RequestSession): Promise<RowsPreview> {
    const { pointer, source, cells } = this.#source;
    const rows = this.#rows();
    await giveWay();
    const plan = this.plan(target);
    await giveWay();
    const { added, updated, skipped, existing, refused } = plan;
    return {
      pointer,
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
      head: head[index]?.trim() || `Column ${index + 1}`,
      samples: rows.flatMap((row) => row[index]?.trim() || []).slice(0, samplesEach),
    }));
  }
}

/** What the form would say of the rows. */
async function wrongRows(plan: RowsPlan, target: RowsTarget, session: RequestSession): Promise<readonly RowGroup[]> {
  const { state } = session;
  if (state?.kind !== 'checked') return [];
  const parsed = parseRequestFile(editTexts(session.document.getText(), plan.edits));
  await giveWay();
  if (parsed.kind === 'unreadable') return [];
  const { request } = parsed;
  const { issues } = validateRequest(state.operation, request, session.facts.value, {
    siblings: state.provider,
    written: request.written,
  });
  const numbers = new Map([...plan.places].map(([number, place]) => [joinPointer(target.pointer, place), number]));
  const groups = new GroupedRows();
  for (const { pointer, message, severity } of issues) {
    if (severity !== 'error' || !isWithin(pointer, target.pointer)) continue;
    const row = numbers.get(`${target.pointer}/${pointer.slice(target.pointer.length + 1).split('/')[0]}`);
    if (row !== undefined) groups.add(message, row);
  }
  return groups.groups;
}
