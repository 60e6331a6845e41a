import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { GroupedRows } from '../../../core/forms/rows/groupedRows';
import type { FormEdit } from '../../../protocol/form';
import type { FormToHost, FormToWebview, Message, Seen } from '../../../protocol/messages';
import type { CellRange, RowsOf, RowsPreview } from '../../../protocol/table/rows';
import { folderOf } from '../../sending/attachments';
import { showWarning } from '../../shell/notices';
import type { PageHandlers } from '../../shell/page/page';
import { waitingTimes } from '../../shell/waitingTimes';
import type { RequestSession } from '../session/requestSession';
import type { PastedRows, RowsSource } from './pastedRows';
import { RowsPlace } from './rowsPlace';
import { type RequestRows, rowsTarget } from './rowsTarget';

type Handled = 'readRows' | 'openRows' | 'chooseRows' | 'takeRows' | 'dropRows' | 'saveRows';

type WrittenRange = CellRange & Seen & { readonly hasHead: boolean };

/** Edits and the version of the text that they are of. */
export interface EditsOf extends Seen {
  readonly edits: readonly FormEdit[];
}

interface PlacedRows extends Seen {
  readonly place: RowsPlace;
  readonly target: RequestRows;
}

const mostBytes = 20_000_000;

/** Rows of spreadsheets on their way into a list of the form, and out of it. */
export class RowsDesk {
  readonly #session: RequestSession;
  readonly #post: (message: Message<FormToWebview>) => void;
  #pasted: PastedRows | undefined;
  /** How often rows were looked at. */
  #previews = 0;

  constructor(session: RequestSession, post: (message: Message<FormToWebview>) => void) {
    this.#session = session;
    this.#post = post;
  }

  readonly handlers: PageHandlers<Pick<FormToHost, Handled>> = {
    readRows: ({ version, ...rows }) => this.#read({ ...rows, source: t('the clipboard') }, version),
    openRows: ({ version, ...list }) => this.#open(list, version),
    chooseRows: ({ choices }) => {
      const target = this.#target();
      if (target) this.#pasted?.choose(choices, target);
      return this.#preview();
    },
    takeRows: () => this.#take(),
    dropRows: () => this.#drop(),
    saveRows: (range) => this.#save(range),
  };

  async copy(range: WrittenRange): Promise<void> {
    const text = await this.#written(range, '\t');
    if (text === undefined) return;
    // Before anybody can paste it.
    this.#post({ type: 'copied', text });
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(t('Rows copied'), waitingTimes.copiedMs);
  }

  /** The edits that put a text into cells. */
  async cellEdits({ text, ...range }: CellRange & Seen & { readonly text: string }): Promise<EditsOf | undefined> {
    const { planCells } = await import('../../../core/forms/rows/planCells');
    const { readCells } = await import('../../../core/forms/rows/csvText');
    const placed = await this.#placed(range, range.rows);
    if (placed === undefined) return undefined;
    const { place, target, version } = placed;
    const at = place.range(range, target);
    return {
      edits: this.#toCells(target, (kept) => place.numbered(planCells(readCells(text), at, target, kept), target)),
      version,
    };
  }

  /** Those of the request that edits of rows mean. */
  async rowEdits({ edits, ...list }: RowsOf & EditsOf): Promise<EditsOf | undefined> {
    const placed = await this.#placed(list);
    if (placed === undefined) return undefined;
    const { place, target, version } = placed;
    return { edits: target.real(place.numbered(place.edits(edits, list, target), target)).edits, version };
  }

  /** Rows that the page has shown, in the text with all that was asked for before. */
  async #placed({ version, ...list }: RowsOf & Seen, rows?: readonly number[]): Promise<PlacedRows | undefined> {
    const shown = rowsTarget(this.#session.seenAt(version), list);
    await this.#session.settled();
    const { state, version: now, edits } = this.#session;
    if (shown === undefined) return undefined;
    const all = rows ?? [...shown.items.keys()];
    const place = RowsPlace.of(list, all, shown, version).in(edits, now);
    const target = place && rowsTarget(state, place.list);
    return place && target ? { place, target, version: now } : undefined;
  }

  /** Those that put the rows that are shown into the cells that they were pasted at. */
  async takenToCells(): Promise<EditsOf | undefined> {
    await this.#session.settled();
    const [target, pasted, { version }] = [this.#target(), this.#pasted, this.#session];
    this.#drop();
    if (!target || !pasted) return undefined;
    return { edits: this.#toCells(target, (kept) => pasted.cellEdits(target, kept)), version };
  }

  /** What is not written is said. */
  #toCells(target: RequestRows, plan: (kept: GroupedRows) => readonly FormEdit[]): readonly FormEdit[] {
    const kept = new GroupedRows();
    const { edits } = target.real(plan(kept));
    if (kept.groups.length > 0) this.#post({ type: 'kept', pointer: target.pointer, groups: kept.groups });
    return edits;
  }

  /** A page that is loaded anew is shown the rows that were looked at before. */
  async showAgain(): Promise<void> {
    if (this.#pasted !== undefined) await this.#preview();
  }

  /** The rows that are looked at go with their list through changes of the text, and are gone with it. */
  async follow(): Promise<void> {
    const found = this.#pasted?.follow(this.#session);
    if (found === 'moved') await this.#preview();
    if (found !== 'gone') return;
    this.#drop();
    void showWarning(
      t('The list that the rows were for has gone, and nothing was taken. Read them again where they belong.'),
    );
  }

  #target() {
    return this.#pasted && rowsTarget(this.#session.state, this.#pasted.list);
  }

  async #read(source: RowsSource, version: number): Promise<void> {
    const target = rowsTarget(this.#session.seenAt(version), source);
    if (!target) return;
    const { PastedRows: Pasted } = await import('./pastedRows');
    this.#pasted = new Pasted(source, target, version);
    await this.follow();
    await this.#preview();
  }

  async #open(list: RowsOf, version: number): Promise<void> {
    const folder = folderOf(this.#session.document.uri);
    const [file] =
      (await vscode.window.showOpenDialog({
        ...(folder && { defaultUri: folder }),
        filters: { [t('Rows (CSV, TSV)')]: ['csv', 'tsv', 'tab', 'txt'], [t('All Files')]: ['*'] },
        openLabel: t('Read Rows'),
      })) ?? [];
    if (file === undefined) return;
    const { size, type } = await vscode.workspace.fs.stat(file);
    if ((type & vscode.FileType.File) === 0 || size > mostBytes) {
      void showWarning(t('Rows are read from a file of 20 MB at most. Save it as CSV, in parts if need be.'));
      return;
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      void showWarning(t('This is a workbook, not a table of text. Save it as CSV in the spreadsheet, and read that.'));
      return;
    }
    const { decodeText } = await import('../../../core/forms/rows/decodeText');
    await this.#read({ ...list, text: decodeText(bytes), source: posix.basename(file.path) }, version);
  }

  #show(preview: RowsPreview | null): void {
    this.#post({ type: 'rows', preview });
  }

  async #preview(): Promise<void> {
    const [target, pasted] = [this.#target(), this.#pasted];
    this.#previews += 1;
    const own = this.#previews;
    const preview = target && pasted ? await pasted.preview(target, this.#session) : null;
    // Meanwhile the rows may have been taken or dropped, or are to be understood in another way.
    if (own === this.#previews && pasted === this.#pasted) this.#show(preview);
  }

  async #take(): Promise<void> {
    const [target, pasted, { version }] = [this.#target(), this.#pasted, this.#session];
    if (!target || !pasted) return;
    // While they are on their way, nobody takes them a second time.
    this.#pasted = undefined;
    try {
      await this.#session.edits.apply(target.real(pasted.plan(target).edits).edits, version);
    } catch (error) {
      this.#pasted ??= pasted;
      throw error;
    }
    if (this.#pasted === undefined) this.#show(null);
  }

  #drop(): void {
    this.#pasted = undefined;
    this.#show(null);
  }

  async #written(range: WrittenRange, separator: string): Promise<string | undefined> {
    const { writeRange } = await import('./writeRange');
    const placed = await this.#placed(range, range.rows);
    const { state } = this.#session;
    if (!placed || state?.kind !== 'checked') return undefined;
    const { place, target } = placed;
    return writeRange({ ...place.range(range, target), hasHead: range.hasHead }, target, {
      separator,
      written: state.request.written,
    });
  }

  async #save(range: CellRange & Seen): Promise<void> {
    const text = await this.#written({ ...range, hasHead: true }, ',');
    if (text === undefined) return;
    const folder = folderOf(this.#session.document.uri);
    const target = await vscode.window.showSaveDialog({
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${posix.basename(range.pointer)}.csv`) }),
      filters: { CSV: ['csv'] },
    });
    // Without the mark, spreadsheets take letters beyond ASCII for something else.
    if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(`\uFEFF${text}`));
  }
}
