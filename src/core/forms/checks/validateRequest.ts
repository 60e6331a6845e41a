import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { Issue } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { parentOf } from '../../../protocol/pointer';
import { pathIssues } from '../../addresses/pathIssues';
import { numberSpellings } from '../../json/numberSpellings';
import { deepestRequest, isDeeperThan } from '../../nesting';
import type { Operation, RequestValues } from '../../operation';
import { shortened } from '../../quoting/shortened';
import { getAt } from '../../requests/pointer';
import { holdsReference } from '../../requests/references/reference';
import { addressCodes } from '../pasted/addresses';
import { pastedIssues } from '../pasted/pastedIssues';
import { shapeOf } from '../shapes/shapeOf';
import { intactValues } from './intactValues';
import { mergedIssues } from './mergedIssues';
import { moreIssues, mostForPeople } from './moreIssues';
import { type CallsOfProvider, otherCall } from './otherCall';
import { readValue } from './readValue';
import { schemaIssues } from './schemaIssues';
import { UnknownKeysTold } from './unknownKeys';

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

export interface ValidationOptions {
  /** `refused` where values are final, as for a server: there `{{name}}` is a text like any other. */
  readonly references?: 'accepted' | 'refused';
  /** Of a program's values, as a server gets them, nothing is said of what was pasted or is not documented. */
  readonly writtenBy?: 'person' | 'program';
  /** The other calls of the provider: a body of one of them is recognised. */
  readonly siblings?: CallsOfProvider;
  /** Of one kind in a section; with that many of the schemas no rule is asked about it. */
  readonly mostIssues?: number;
  /** The text that the values come from: see RequestFile. */
  readonly written?: string | undefined;
}

/** Of values that nothing here can walk through, and that are therefore never sent. */
export const tooDeepCode = 'too_deep';

const sections = ['path', 'query', 'body'] as const;
const labels = { path: () => t('Path'), query: () => t('Query'), body: () => t('Body') };

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
  const spellings = options.written === undefined ? {} : numberSpellings(options.written);
  const checks = sections.map((section) => checkSection(section, operation, values[section], options, spellings));
  const read = Object.fromEntries(
    checks.flatMap(({ value }, index) => (value === undefined ? [] : [[sections[index], value]])),
  );
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

/** What is left out of a list that is too long for people. */
interface Left {
  /** Of the section. */
  readonly pointer: string;
  readonly severity: Issue['severity'];
}

function leftOf(issues: readonly Issue[], most: number, pointer: string): readonly Left[] {
  return issues.slice(most).map(({ severity }) => ({ pointer, severity }));
}

function cutOf(isCut: boolean, severity: Issue['severity'], pointer: string): readonly Left[] {
  return isCut ? [{ pointer, severity }] : [];
}

interface SectionCheck {
  readonly value: JsonValue | undefined;
  readonly issues: readonly Issue[];
  readonly broken: readonly string[];
  readonly left?: readonly Left[];
  readonly holdsUnknownKeys?: boolean;
}

function checkSection(
  section: (typeof sections)[number],
  operation: Operation,
  given: JsonValue | undefined,
  { references = 'accepted', writtenBy = 'person', siblings, mostIssues = mostForPeople }: ValidationOptions,
  spellings: Readonly<Record<string, string>>,
): SectionCheck {
  const pointer = `/${section}`;
  const schema = operation.request[section];
  if (schema === undefined)
    return { value: undefined, issues: isFilled(given) ? [unexpected(section)] : [], broken: [] };
  if (isDeeperThan(deepestRequest, given)) return { value: given, issues: [tooDeep(section)], broken: [pointer] };
  const shape = shapeOf(schema);
  const isPersons = writtenBy === 'person';
  const unknown = new UnknownKeysTold(isPersons ? mostIssues : 0);
  const value = readValue(shape, given ?? emptyOf(schema, given), pointer, unknown);
  const acceptsReferences = references === 'accepted';
  const role = value === null ? roleOf(schema) : undefined;
  const target = { schema, shape, value, pointer, label: labels[section](), role };
  const check = schemaIssues({ ...target, acceptsReferences, mostIssues, spellings });
  const unsendable = section === 'path' ? unsendableIssues(operation, value, check.broken, acceptsReferences) : [];
  const recognised = isPersons ? pastedIssues(shape, value, pointer, { section, path: operation.path }) : [];
  const found = {
    schema: [...check.issues, ...unsendable],
    unknown: unknown.issues,
    pasted: recognised.slice(0, mostIssues),
  };
  const left = [
    ...cutOf(check.isCut, 'error', pointer),
    ...cutOf(isPersons && unknown.isCut, 'warning', pointer),
    ...leftOf(recognised, mostIssues, pointer),
  ];
  const isOdd = check.issues.length > 0 || unknown.issues.length > 0;
  const other = section === 'body' && isOdd && siblings ? otherCall(operation, value, siblings) : undefined;
  const issues = [...(other ? [other] : []), ...mergedIssues(found)];
  const holdsUnknownKeys = unknown.isCut || unknown.issues.length > 0;
  return { value: value as JsonValue | undefined, issues, broken: check.broken, left, holdsUnknownKeys };
}

/** Of a value that broke its schema nothing more is said, and none of one that is not known yet. */
function unsendableIssues(
  { path }: Operation,
  value: unknown,
  broken: readonly string[],
  acceptsReferences: boolean,
): readonly Issue[] {
  const found = pathIssues(path, value);
  if (found.length === 0) return found;
  return found.filter(
    ({ pointer }) =>
      !broken.includes(pointer) && !(acceptsReferences && holdsReference(getAt({ path: value }, pointer))),
  );
}

/** Whether a call may go without a section. */
function roleOf(schema: z.ZodType): 'required' | 'optional' {
  return schema.safeParse(emptyOf(schema, undefined)).success ? 'optional' : 'required';
}

/** A section that is left out is checked as an empty one, so that each missing property is named by itself. */
function emptyOf(schema: z.ZodType, given: null | undefined): unknown {
  return given === undefined && schema instanceof z.ZodObject ? {} : given;
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function unexpected(section: string): Issue {
  const message = t('The call takes no {0}; it is not sent.', section);
  const pointer = `/${section}`;
  const mend = { title: t('Leave it out'), edits: [{ kind: 'remove', pointer } as const] };
  return { pointer, code: 'unexpected_section', message, severity: 'warning', mend };
}

function tooDeep(section: (typeof sections)[number]): Issue {
  const message = t('{0} must not be nested deeper than {1} levels.', labels[section](), deepestRequest);
  return { pointer: `/${section}`, code: tooDeepCode, message, severity: 'error' };
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
  return rules.flatMap(({ check, failure, severity = 'error' }) =>
    check(values, facts).map(({ pointer, message, mend }) => ({
      pointer,
      code: failure,
      message: shortened(message, longestFinding),
      severity,
      ...(mend && { mend }),
    })),
  );
}
