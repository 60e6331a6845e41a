import type { Issue } from '../../../protocol/form';
import type { PlacedText, TextKind } from './textPlace';

/** One thing that pasting does to a text. */
export interface Recogniser {
  /** Code of the issue. */
  readonly code: string;
  /** Where it is wrong; elsewhere it may be what was meant. */
  readonly kinds: readonly TextKind[];
  /** What mends it in every value of a request is called; without it, each is mended by itself. */
  readonly titleForAll?: () => string;
  readonly find: (text: string, place: PlacedText) => Recognised | undefined;
}

export interface Recognised {
  /** To follow the value: `ends with a blank`. */
  readonly says: string;
  readonly severity: Issue['severity'];
  /** What was meant, when that is known. */
  readonly meant?: string;
}
