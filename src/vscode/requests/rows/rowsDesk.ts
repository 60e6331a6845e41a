import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { GroupedRows } from '../../../core/forms/rows/groupedRows';
import type { FormEdit } from '../../../protocol/form';
import type { FormToHost, FormToWebview, Message } from '../../../protocol/messages';
import type { CellRange, RowsOf, RowsPreview } from '../../../protocol/table/rows';
import { folderOf } from '../../sending/attachments';
import { showWarning } from '../../shell/notices';
import type { PageHandlers } from '../../shell/page/page';
import { waitingTimes } from '../../shell/waitingTimes';
import type { RequestSession } from '../session/requestSession';
import type { PastedRows, RowsSource } from './pastedRows';
import { type RequestRows, rowsTarget } from './rowsTarget';

type Handled = 'readRows' | 'openRows' | 'chooseRows' | 'takeRows' | 'dropRows' | 'saveRows';

type WrittenRange = CellRange & { readonly hasHead: boolean };

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
    readRows: (rows) => this.#read({ ...rows, source: t('the clipboard') }),
    openRows: (list) => this.#open(list),
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
  async cellEdits({ text, ...range }: CellRange & { readonly text: string }): Promise<readonly FormEdit[]> {
    const { planCells } = await import('../../../core/forms/rows/planCells');
    const { readCells } = await import('../../../core/forms/rows/csvText');
    const target = rowsTarget(await this.#session.settled(), range);
    return target ? this.#toCells(target, (kept) => planCells(readCells(text), range, target, kept)) : [];
  }

  /** Those of the request that edits of rows mean. */
  rowEdits({ edits, ...list }: RowsOf & { readonly edits: readonly FormEdit[] }): readonly FormEdit[] {
    return rowsTarget(this.#session.state, list)?.real(edits).edits ?? [];
  }

  /** Those that put the rows that are shown into the cells that they were pasted at. */
  takenToCells(): readonly FormEdit[] {
    const target = this.#target();
    const pasted = this.#pasted;
    this.#drop();
    return target && pasted ? this.#toCells(target, (kept) => pasted.cellEdits(target, kept)) : [];
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

  async #read(source: RowsSource): Promise<void> {
    const { state, version } = this.#session;
    const target = rowsTarget(state, source);
    if (!target) return;
    const { PastedRows: Pasted } = await import('./pastedRows');
    this.#pasted = new Pasted(source, target, version);
    await this.#preview();
  }

  async #open(list: RowsOf): Promise<void> {
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
    await this.#read({ ...list, text: decodeText(bytes), source: posix.basename(file.path) });
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
    const state = await this.#session.settled();
    const target = rowsTarget(state, range);
    if (!target || state.kind !== 'checked') return undefined;
    return writeRange(range, target, { separator, written: state.request.written });
  }

  async #save(range: CellRange): Promise<void> {
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
