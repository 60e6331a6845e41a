import type { FormField, Issue } from '../form';
import type { JsonObject } from '../json';

/** The form of one connection, as it stands for the values that it was made for. */
export interface SetUpModel {
  /** The API, as the user reads it. */
  readonly provider: string;
  /** "Add connection", or which one is edited. */
  readonly title: string;
  readonly sections: readonly SetUpSection[];
}

/** A pointer of a field is `/<section>/<key>/…`. */
export interface SetUpSection {
  readonly id: 'connection' | 'credentials';
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** In the place of a secret, which never comes back to the page. */
export interface SecretMark {
  /** `kept` in the secret storage, or `typed` in this page and not kept yet. */
  readonly secret: 'kept' | 'typed';
}

export interface SetUpState {
  readonly values: JsonObject;
  readonly issues: readonly Issue[];
  /** Said above the form. */
  readonly notices: readonly SetUpNotice[];
  /** What request files call it. */
  readonly id: string;
  /** Invites sent there reach real people. */
  readonly live: boolean;
  readonly test: SetUpTest;
  /** The kind of credentials that is chosen is got by signing in with a browser. */
  readonly login: 'none' | 'offered' | 'waiting';
}

export interface SetUpNotice {
  readonly kind: 'info' | 'warning' | 'error';
  readonly text: string;
}

export interface SetUpTest {
  /** `stale`: what was tested was something else than what stands there now. */
  readonly kind: 'none' | 'running' | 'passed' | 'failed' | 'stale';
  readonly steps: readonly SetUpStep[];
}

export interface SetUpStep {
  readonly title: string;
  readonly outcome: 'running' | 'passed' | 'warning' | 'failed' | 'skipped';
  /** What was found. */
  readonly text: string;
  /** What to do about it. */
  readonly nextStep?: string;
}
