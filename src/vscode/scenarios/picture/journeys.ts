import * as vscode from 'vscode';
import type { JourneyPicture } from '../../../core/scenarios/picture/journeyPicture';

/** How many workflows are remembered with what became of them. */
const mostKept = 50;

export interface DrawnWorkflow {
  readonly uri: vscode.Uri;
  readonly workflowId: string;
}

/** The pictures of the last runs of workflows. */
export class Journeys implements vscode.Disposable {
  readonly #pictures = new Map<string, JourneyPicture>();
  readonly #changed = new vscode.EventEmitter<DrawnWorkflow>();

  /** Something in the picture of a workflow is new. */
  readonly onDidChange = this.#changed.event;

  find(drawn: DrawnWorkflow): JourneyPicture | undefined {
    return this.#pictures.get(keyOf(drawn));
  }

  keep(drawn: DrawnWorkflow, picture: JourneyPicture): void {
    const key = keyOf(drawn);
    this.#pictures.delete(key);
    this.#pictures.set(key, picture);
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size > mostKept && oldest !== undefined) this.#pictures.delete(oldest);
    this.#changed.fire(drawn);
  }

  tellChange(drawn: DrawnWorkflow): void {
    this.#changed.fire(drawn);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export function isSameWorkflow(one: DrawnWorkflow, other: DrawnWorkflow): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ uri, workflowId }: DrawnWorkflow): string {
  return JSON.stringify([uri.toString(), workflowId]);
}
