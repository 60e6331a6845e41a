import assert from 'node:assert/strict';
import { validateRequest } from '../../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../../src/core/operation';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { mendToTheEnd } from '../../../src/core/requests/editing/mendToTheEnd';
import { joinPointer, splitPointer } from '../../../src/core/requests/pointer';
import type { FormEdit, Issue } from '../../../src/protocol/form';
import { isWithin, parentOf } from '../../../src/protocol/pointer';

/** The values after a mend, made in the text as the editor and the command line make it. */
export function mendedBy(values: RequestValues, edits: readonly FormEdit[]): RequestValues {
  return JSON.parse(editTexts(JSON.stringify(values, undefined, 2), edits));
}

export function issuesOf(operation: Operation, values: RequestValues, facts?: unknown): readonly Issue[] {
  return validateRequest(operation, values, facts).issues;
}

/**
 * Fewer problems, or others that this one hid: rules say nothing of what is not whole. Never more, and never more that
 * keep it from being sent. No value changes but those that the mend names.
 */
export function assertMends(operation: Operation, values: RequestValues, issue: Issue, facts?: unknown): void {
  const { mend } = issue;
  assert.ok(mend);
  const before = issuesOf(operation, values, facts);
  const after = mendedBy(values, mend.edits);
  const told = () => `${operation.id} ${issue.pointer}: ${issue.message} ${mend.title}\n${JSON.stringify(after)}`;
  const left = issuesOf(operation, after, facts);
  assertDone(operation, values, issue, facts);
  assert.ok(isBetter(before, besideRevealed(left, mend.edits)), told());
  // What is added is left to the person to fill in.
  const adds = mend.edits.some(({ kind }) => kind === 'append');
  assert.ok(adds || errorsOf(besideRevealed(left, mend.edits)) <= errorsOf(before), told());
}

/** What the mend is for is gone, and no value has changed but those that it names. */
export function assertDone(operation: Operation, values: RequestValues, issue: Issue, facts?: unknown): void {
  const { mend } = issue;
  assert.ok(mend);
  const after = mendedBy(values, mend.edits);
  const told = () => `${operation.id} ${issue.pointer}: ${issue.message} ${mend.title}\n${JSON.stringify(after)}`;
  const isTold = (issues: readonly Issue[]) =>
    issues.filter(({ pointer, message }) => pointer === issue.pointer && message === issue.message).length;
  // Where an item goes, the next one has its place.
  const goes = mend.edits.some(({ kind }) => kind === 'remove');
  assert.ok(goes || isTold(issuesOf(operation, after, facts)) === 0, told());
  const kept = new Map(leaves(after));
  for (const [pointer, value] of leaves(values)) {
    const moved = placeAfter(pointer, mend.edits);
    if (moved !== undefined) assert.deepEqual(kept.get(moved), value, `${told()} changed ${pointer}`);
  }
}

const deciding = ['required', 'unknown_key', 'invalid_value', 'invalid_type'];

/**
 * Made one round after the other, mends come to an end at which nothing is left that could be mended, and no more
 * problems than before but in what nobody could look into before.
 */
export async function assertEnds(operation: Operation, values: RequestValues): Promise<void> {
  const before = issuesOf(operation, values);
  const check = async (text: string) => issuesOf(operation, JSON.parse(text));
  const { text, left, mended } = await mendToTheEnd(JSON.stringify(values, undefined, 2), check);
  const told = () => `${operation.id}: ${JSON.stringify(values)}\nbecomes ${text}\n${JSON.stringify([before, left])}`;
  assert.ok(!left.some(({ mend }) => mend !== undefined), told());
  const edits = mended.flatMap(({ mend }) => mend?.edits ?? []);
  // A name or a choice may decide what else belongs into its object.
  const known = mended.flatMap(({ code, pointer }) => (deciding.includes(code) ? [parentOf(pointer)] : []));
  const others = besideRevealed(left, edits).filter(({ pointer }) => !known.some((one) => isWithin(pointer, one)));
  assert.ok(others.length <= before.length, told());
  if (mended.length === 0) assert.deepEqual(JSON.parse(text), values);
}

/** Without what is said of values that had a wrong name, or in those that had a wrong form: nobody looked there before. */
export function besideRevealed(issues: readonly Issue[], edits: readonly FormEdit[]): readonly Issue[] {
  const named = edits.flatMap((edit) =>
    edit.kind === 'rename' ? [joinPointer(parentOf(edit.pointer), edit.key)] : [],
  );
  const formed = edits.flatMap((edit) => (edit.kind === 'set' && typeof edit.value === 'object' ? [edit.pointer] : []));
  return issues.filter(
    ({ pointer }) =>
      !named.some((one) => isWithin(pointer, one)) && !formed.some((one) => pointer !== one && isWithin(pointer, one)),
  );
}

/** Fewer, or others that those hid. */
export function isBetter(before: readonly Issue[], left: readonly Issue[]): boolean {
  return left.length < before.length || (left.length === before.length && left.some((one) => !isAmong(before, one)));
}

function isAmong(issues: readonly Issue[], { pointer, code }: Issue): boolean {
  return issues.some((one) => one.pointer === pointer && one.code === code);
}

function errorsOf(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}

/** Undefined where the edits change it. */
function placeAfter(pointer: string, edits: readonly FormEdit[]): string | undefined {
  if (edits.some((edit) => edit.kind !== 'append' && isWithin(pointer, edit.pointer))) return undefined;
  const removed = edits.filter(({ kind }) => kind === 'remove').map((edit) => edit.pointer);
  const keys = splitPointer(pointer);
  return keys.reduce((place, key, depth) => {
    const around = joinPointer('', ...keys.slice(0, depth));
    const before = removed.filter((one) => parentOf(one) === around && Number(splitPointer(one).at(-1)) < Number(key));
    return joinPointer(place, before.length > 0 ? Number(key) - before.length : key);
  }, '');
}

export function leaves(value: unknown, pointer = ''): readonly (readonly [pointer: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, joinPointer(pointer, key)));
}
