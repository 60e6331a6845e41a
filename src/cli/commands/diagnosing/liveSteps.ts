import type { Connection } from '../../../core/connections/connection';
import { type DiagnosisProgress, type DiagnosisStep, stepTitle } from '../../../core/diagnosis/diagnosis';
import { diagnosisHead, diagnosisLines } from '../../../core/diagnosis/diagnosisText';
import { oneLine } from '../../../core/quoting/oneLine';
import type { DiagnosedConnection, DiagnosisWatch } from '../../../headless/network/diagnoseConnections';
import type { Surroundings } from '../../surroundings';

/** For somebody at a terminal: each step as it is done, after the line that says which one runs, and the result at the end. */
export class LiveSteps implements DiagnosisWatch {
  readonly #out: Surroundings['out'];
  #printed: DiagnosisStep[] = [];
  #running: string | undefined;

  constructor({ out }: Pick<Surroundings, 'out'>) {
    this.#out = (text) => out(text);
  }

  onProgress({ title }: Connection, { steps, running }: DiagnosisProgress): void {
    this.#print(steps);
    if (this.#running === undefined) this.#out(`${oneLine(title)}:\n`);
    if (this.#running === running) return;
    this.#running = running;
    this.#out(`… ${stepTitle(running)}\n`);
  }

  onDone(done: DiagnosedConnection): void {
    if (done.kind === 'diagnosed') {
      this.#print(done.diagnosis.steps);
      this.#out(`\n${diagnosisHead(done.diagnosis)}\n`);
    }
    this.#printed = [];
    this.#running = undefined;
  }

  /** What is said of a step may become more than was known when it was done: it is said again from there. */
  #print(steps: readonly DiagnosisStep[]): void {
    const same = steps.findIndex((step, index) => JSON.stringify(step) !== JSON.stringify(this.#printed[index]));
    const fresh = same === -1 ? [] : steps.slice(same);
    if (fresh.length === 0) return;
    this.#out(`${fresh.flatMap(diagnosisLines).join('\n')}\n`);
    this.#printed = [...steps];
  }
}
