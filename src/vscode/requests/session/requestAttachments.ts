import * as vscode from 'vscode';
import { FileInspector, type Inspection } from '../../../core/attachments/fileInspector';
import type { Operation } from '../../../core/operation';
import type { RequestFile } from '../../../core/requests/requestFile';
import { reachOf } from '../../sending/attachments';
import type { Log } from '../../shell/log';
import type { ShellServices } from '../../shell/shellServices';
import { waitingTimes } from '../../shell/waitingTimes';

/** What the file fields of one open request would take, looked at in the background. */
export class RequestAttachments implements vscode.Disposable {
  readonly #log: Log;
  readonly #inspector = new FileInspector();
  readonly #changed = new vscode.EventEmitter<void>();
  #timer: NodeJS.Timeout | undefined;
  #round = 0;
  #inspections: readonly Inspection[] = [];

  readonly onDidChange = this.#changed.event;

  constructor({ log }: Pick<ShellServices, 'log'>) {
    this.#log = log;
  }

  get inspections(): readonly Inspection[] {
    return this.#inspections;
  }

  /** Takes note of the request as it is now, and looks after a pause. */
  update(operation: Operation, request: RequestFile, folder: vscode.Uri | undefined): void {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const look = () => this.#look(round, operation, request, folder);
    this.#timer = setTimeout(() => {
      look().catch((error: unknown) => this.#log.error('The files of a request could not be looked at.', error));
    }, waitingTimes.attachmentsMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#round++;
    this.#changed.dispose();
  }

  async #look(
    round: number,
    operation: Operation,
    request: RequestFile,
    folder: vscode.Uri | undefined,
  ): Promise<void> {
    const { files, roots } = await reachOf(folder);
    const found = await this.#inspector.inspect(files, roots, operation, request);
    if (round !== this.#round || JSON.stringify(found) === JSON.stringify(this.#inspections)) return;
    this.#inspections = found;
    this.#changed.fire();
  }
}
