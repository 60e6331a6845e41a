import type { StepDecision, StepMoment, StepPlace } from '../../../core/scenarios/running/runWatch';
import { PausedStep } from './pausedStep';

export type StopReason = 'entry' | 'step' | 'breakpoint' | 'pause';

/** Holds a run before those of its steps where somebody wants to look. */
export class StepGate {
  readonly #onStop: (reason: StopReason) => void;
  readonly #isBreakpoint: (place: StepPlace) => boolean;
  readonly #frames: StepPlace[] = [];
  #paused: { readonly step: PausedStep; readonly go: (decision: StepDecision) => void } | undefined;
  /** It stops before steps that are not deeper than this. */
  #stopDepth = Number.POSITIVE_INFINITY;
  #reason: StopReason = 'entry';
  #isOver = false;

  constructor(onStop: (reason: StopReason) => void, isBreakpoint: (place: StepPlace) => boolean) {
    this.#onStop = onStop;
    this.#isBreakpoint = isBreakpoint;
  }

  get paused(): PausedStep | undefined {
    return this.#paused?.step;
  }

  /** The innermost first. */
  get frames(): readonly StepPlace[] {
    return this.#frames.toReversed();
  }

  async beforeStep(moment: StepMoment): Promise<StepDecision | undefined> {
    if (moment.attempt === 1) this.#frames.push(moment);
    const isHit = this.#isBreakpoint(moment);
    if (this.#isOver || (!isHit && this.#frames.length > this.#stopDepth)) return undefined;
    const reason = this.#frames.length > this.#stopDepth ? 'breakpoint' : this.#reason;
    return new Promise((go) => {
      this.#paused = { step: new PausedStep(moment), go };
      this.#onStop(reason);
    });
  }

  afterStep({ step }: StepPlace): void {
    if (this.#frames.at(-1)?.step === step) this.#frames.pop();
  }

  continue(): void {
    this.#goOn(0, 'step');
  }

  /** The steps of a workflow that the step runs are passed over. */
  next(): void {
    this.#goOn(this.#frames.length, 'step');
  }

  stepIn(): void {
    this.#goOn(Number.POSITIVE_INFINITY, 'step');
  }

  stepOut(): void {
    this.#goOn(this.#frames.length - 1, 'step');
  }

  /** Before the next step, whatever it is. */
  pause(): void {
    this.#stopDepth = Number.POSITIVE_INFINITY;
    this.#reason = 'pause';
  }

  skip(): void {
    this.#goOn(this.#frames.length, 'step', { kind: 'skip' });
  }

  /** What is held is left out, and nothing is held any more. */
  end(): void {
    this.#isOver = true;
    this.#goOn(0, 'step', { kind: 'skip' });
  }

  #goOn(stopDepth: number, reason: StopReason, decision?: StepDecision): void {
    this.#stopDepth = stopDepth;
    this.#reason = reason;
    const paused = this.#paused;
    this.#paused = undefined;
    paused?.go(decision ?? paused.step.decision);
  }
}
