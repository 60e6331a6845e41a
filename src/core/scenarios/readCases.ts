import type * as z from 'zod';
import type { JsonValue } from '../../protocol/json';
import { isList, isObject } from '../json/jsonKinds';
import { readJson } from '../json/readJson';
import { joinPointer } from '../requests/pointer';
import { type CollectionCase, collectionCase, type OperationCase, operationCase } from './case';
import type { CaseFault } from './caseFault';
import { checkPiece } from './checkPiece';
import { steps } from './step';

/** A case with its place in the file. */
export type PlacedCase =
  | { readonly kind: 'operation'; readonly pointer: string; readonly item: OperationCase }
  | { readonly kind: 'collection'; readonly pointer: string; readonly item: CollectionCase };

export type ReadCases =
  | { readonly kind: 'read'; readonly cases: readonly PlacedCase[] }
  | { readonly kind: 'unreadable'; readonly faults: readonly CaseFault[] };

/** Reads the text of a case file: a JSON array of cases. */
export function readCases(text: string): ReadCases {
  const read = readJson(text);
  if (read.kind === 'broken') return unreadable(read.faults.map(({ message }) => fault('', message)));
  if (!isList(read.value)) return unreadable([fault('', 'The file must hold a list of cases.')]);
  const placed = read.value.map((item, index) => readCase(item, joinPointer('', index)));
  const faults = placed.flatMap((one) => ('faults' in one ? one.faults : []));
  if (faults.length > 0) return unreadable(faults);
  return { kind: 'read', cases: placed.flatMap((one) => ('faults' in one ? [] : [one])) };
}

function readCase(value: JsonValue, pointer: string): PlacedCase | { readonly faults: readonly CaseFault[] } {
  if (!isObject(value)) return { faults: [fault(pointer, 'A case must be an object.')] };
  const stepFaults = [
    ...faultsOfSteps(value['given'], `${pointer}/given`),
    ...faultsOfSteps(value['after'], `${pointer}/after`),
  ];
  if ('collection' in value) {
    const faults = [...faultsOf(collectionCase, value, pointer, 'The case'), ...stepFaults];
    const { data: item } = collectionCase.safeParse(value);
    return item === undefined || faults.length > 0 ? { faults } : { kind: 'collection', pointer, item };
  }
  const faults = [...faultsOf(operationCase, value, pointer, 'The case'), ...stepFaults];
  const { data: item } = operationCase.safeParse(value);
  return item === undefined || faults.length > 0 ? { faults } : { kind: 'operation', pointer, item };
}

function faultsOfSteps(value: JsonValue | undefined, pointer: string): readonly CaseFault[] {
  if (value === undefined || !isList(value)) return [];
  return value.flatMap((step, index) => faultsOfStep(step, joinPointer(pointer, index)));
}

function faultsOfStep(step: JsonValue, pointer: string): readonly CaseFault[] {
  const known = Object.entries(steps).find(([name]) => isObject(step) && Object.hasOwn(step, name));
  if (known === undefined) {
    const kinds = Object.keys(steps).map((name) => `"${name}"`);
    return [fault(pointer, `A step needs one of ${kinds.join(', ')}.`)];
  }
  return faultsOf(known[1], step, pointer, 'The step');
}

function faultsOf(schema: z.ZodType, value: JsonValue, pointer: string, label: string): readonly CaseFault[] {
  return checkPiece(schema, value, pointer, label).map((issue) =>
    fault(issue.pointer, issue.message, issue.mend && `${issue.mend.title}.`),
  );
}

function fault(pointer: string, message: string, nextStep = 'Mend the file.'): CaseFault {
  return { pointer, message, nextStep };
}

function unreadable(faults: readonly CaseFault[]): ReadCases {
  return { kind: 'unreadable', faults };
}
