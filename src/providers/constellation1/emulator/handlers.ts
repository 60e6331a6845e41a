import type { HandlersOf } from '../../../core/emulation';
import type { operations } from '../operations/operations';
import type { State } from './state';

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;
