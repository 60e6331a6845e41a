import type { Issue } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { parentOf } from '../../../protocol/pointer';
import { numberSpellings } from '../../json/numberSpellings';
import type { Operation, RequestValues } from '../../operation';
import { shortened } from '../../quoting/shortened';
import { getAt } from '../../requests/pointer';
import { holdsReference } from '../../requests/references/reference';
import { addressCodes } from '../pasted/addresses';
import { checkSection, leftOf, type SectionCheck, type ValidationOptions } from './checkSection';
import { intactValues } from './intactValues';
import { moreIssues, mostForPeople } from './moreIssues';

export interface Validation {
  /** With the accepted second forms turned into those of the schemas. */
  readonly values: RequestValues;
  /** What is left of them when everything that broke its schema was taken out; items of lists keep their places. */
  readonly intact: unknown;
  /** Of the schemas first, then of the rules; at most one error of the schemas for each value. */
  readonly issues: readonly Issue[];
  /** Properties stand there that nobody documents. */
  readonly holdsUnknownKeys: boolean;
}

/**
 * Checks a request by the schemas and the rules of its operation. Rules see what is left when everything that broke
 * its schema is taken out, so that one slip does not hide another. What a reference `{{name}}` stands for is checked
 * when it is known.
 */
export function validateRequest(
  operation: Operation,
  values: RequestValues,
  facts?: unknown,
  options: ValidationOptions = {},
): Validation {
  const acceptsReferences = (options.references ?? 'accepted') === 'accepted';
  const spellings = options.written === undefined ? undefined : numberSpellings(options.written);
  const checks = [
    checkSection('path', operation, values.path, options, spellings),
    checkSection('query', operation, values.query, options, spellings),
    checkSection('body', operation, values.body, options, spellings),
  ] as const;
  const read = readOf(checks);
  if (checks.every((check) => check.isPlain)) {
    const findings = foreseenIssues(operation, read, facts);
    if (findings.length === 0) return { values: read, intact: read, issues: findings, holdsUnknownKeys: false };
  }
  const broken = new Set(checks.flatMap((check) => check.broken));
  const issues = checks.flatMap((check) => check.issues);
  const { mostIssues = mostForPeople } = options;
  const intact = intactValues(read, broken);
  const findings = foreseenIssues(operation, intact, facts).filter(
    // Of a value that was taken out no rule can say more than its schema did.
    ({ pointer }) => !isWithinAny(pointer, broken) && !(acceptsReferences && holdsReference(getAt(read, pointer))),
  );
  const left = [...checks.flatMap((check) => check.left ?? []), ...leftOf(findings, mostIssues, '/body')];
  const severity = left.some((one) => one.severity === 'error') ? 'error' : 'warning';
  const more = left.slice(0, 1).map(({ pointer }) => moreIssues(pointer, severity));
  return {
    values: read,
    intact,
    issues: [...saidOnce(issues, findings), ...findings.slice(0, mostIssues), ...more],
    holdsUnknownKeys: checks.some((check) => check.holdsUnknownKeys),
  };
}

/** Put together property by property: every request comes by here. */
function readOf([path, query, body]: readonly [SectionCheck, SectionCheck, SectionCheck]): RequestValues {
  const read: { path?: JsonObject; query?: JsonObject; body?: JsonValue } = {};
  if (path.value !== undefined) read.path = path.value as JsonObject;
  if (query.value !== undefined) read.query = query.value as JsonObject;
  if (body.value !== undefined) read.body = body.value;
  return read;
}

function isWithinAny(pointer: string, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false;
  for (let at = pointer; at !== ''; at = parentOf(at)) if (places.has(at)) return true;
  return false;
}

/** A rule knows why, and what the API does; that a text is no address is known without one. */
function saidOnce(issues: readonly Issue[], findings: readonly Issue[]): readonly Issue[] {
  if (findings.length === 0 || !issues.some(({ code }) => addressCodes.has(code))) return issues;
  const told = new Set(findings.map(({ pointer }) => pointer));
  return issues.filter(({ code, pointer }) => !addressCodes.has(code) || !told.has(pointer));
}

/** What only the facts show is a prediction: the document may have changed, and the API has the last word. */
function foreseenIssues(operation: Operation, values: unknown, facts: unknown): readonly Issue[] {
  const found = ruleIssues(operation, values, facts);
  if (facts === undefined || found.length === 0) return found;
  const certain = new Set(ruleIssues(operation, values, undefined).map(keyOf));
  return found.map((issue) => (certain.has(keyOf(issue)) ? issue : { ...issue, severity: 'warning', prediction: {} }));
}

function keyOf({ pointer, code }: Issue): string {
  return `${code} ${pointer}`;
}

/** Rules quote names of the document and of the request. */
const longestFinding = 500;

/** What the rules say of values that fit their schemas, for a caller that learns the facts later. */
export function ruleIssues({ rules = [] }: Operation, values: unknown, facts: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { check, failure, severity = 'error' } of rules) {
    for (const { pointer, message, mend } of check(values, facts)) {
      const issue = { pointer, code: failure, message: shortened(message, longestFinding), severity };
      issues.push(mend === undefined ? issue : { ...issue, mend });
    }
  }
  return issues;
}
