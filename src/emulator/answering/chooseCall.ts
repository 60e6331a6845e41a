import { type Validation, validateRequest } from '../../core/forms/checks/validateRequest';
import type { Operation } from '../../core/operation';
import { once } from '../../core/typing/once';
import { type Arrived, type ReadValues, readValues, type Tolerance } from '../bodies/readValues';
import { mostIssues } from '../limits';
import { errorsOf } from './errorsOf';

/** A call that a request may be. */
interface PossibleCall {
  readonly operation: Operation;
  /** Without facts. */
  check(): FirstCheck;
}

type FirstCheck = Exclude<ReadValues, { kind: 'read' }> | { readonly kind: 'checked'; readonly validation: Validation };

/**
 * Calls that share a route are told apart by what they carry: the first whose schemas accept the request, and know
 * everything in it if there is one. What none accepts is for the first to which everything at the top is of its kind.
 */
export function chooseCall(operations: readonly Operation[], arrived: Arrived, tolerance: Tolerance): PossibleCall {
  const [only] = operations;
  if (only !== undefined && operations.length === 1)
    return { operation: only, check: () => firstCheck(only, arrived, tolerance) };
  const calls = operations.map((operation) => ({
    operation,
    check: once(() => firstCheck(operation, arrived, tolerance)),
  }));
  const [first] = calls;
  if (first === undefined) throw new Error('A route without operations was matched.');
  return (
    calls.find(({ check }) => isAccepted(check()) && isKnown(check())) ??
    calls.find(({ check }) => isAccepted(check())) ??
    calls.find(({ check }) => hasItsKinds(check())) ??
    first
  );
}

function firstCheck(operation: Operation, arrived: Arrived, tolerance: Tolerance): FirstCheck {
  const read = readValues(operation, arrived, tolerance);
  if (read.kind !== 'read') return read;
  return { kind: 'checked', validation: validateRequest(operation, read.values, undefined, onTheWire) };
}

function isKnown(check: FirstCheck): boolean {
  return check.kind === 'checked' && !check.validation.holdsUnknownKeys;
}

function isAccepted(check: FirstCheck): boolean {
  return check.kind === 'checked' && errorsOf(check.validation.issues).length === 0;
}

const atTheTop = /^\/body(\/[^/]+)?$/;

function hasItsKinds(check: FirstCheck): boolean {
  return (
    check.kind === 'checked' &&
    !check.validation.issues.some(({ code, pointer }) => code === 'invalid_type' && atTheTop.test(pointer))
  );
}

/** References `{{name}}` are for request files. */
const onTheWire = { references: 'refused', writtenBy: 'program', mostIssues } as const;
