import type { EmulatedReply } from '../../core/emulation';
import type { Operation } from '../../core/operation';
import type { AbsentCall } from '../../core/provider';

/** A reply with what it comes from. */
export interface Answer extends EmulatedReply {
  /** The call that succeeded. */
  readonly operation?: Operation;
  /** Ids of the failures that it refuses with. */
  readonly failures?: readonly string[];
  /** Pointers to the names that a strict emulator refuses. */
  readonly undocumented?: readonly string[];
  /** What a tester wanted to become of the call. */
  readonly fault?: string;
  /** The call that the API has and the emulator has not. */
  readonly absent?: AbsentCall;
}
