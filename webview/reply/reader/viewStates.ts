import { isRecord } from '../../../src/protocol/jsonKinds';
import { readNumber, readNumbers } from '../../reading';
import type { Wanted } from '../json/find';
import type { Folds } from '../json/folds';

/* What is kept of how a body is read, and how it is read back. */

export interface FindState extends Wanted {
  readonly isOpen: boolean;
  /** Which of the matches. */
  readonly current: number;
}

export const noFind: FindState = { isOpen: false, text: '', matchCase: false, current: 0 };

export function readFind(value: unknown): FindState | undefined {
  if (!isRecord(value)) return undefined;
  const { isOpen, text, matchCase, current } = value;
  const isOne = typeof text === 'string' && typeof current === 'number';
  return isOne ? { isOpen: isOpen === true, text, matchCase: matchCase === true, current } : undefined;
}

export function readFolds(value: unknown): Folds | undefined {
  if (!isRecord(value)) return undefined;
  const except = readNumbers(value['except']);
  const from = readNumber(value['from']);
  return except && { from, except };
}

export function readWord(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
