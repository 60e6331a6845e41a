import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { Issue } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { pathIssues } from '../../addresses/pathIssues';
import { deepestRequest, isDeeperThan } from '../../nesting';
import type { Operation } from '../../operation';
import { getAt } from '../../requests/pointer';
import { holdsReference } from '../../requests/references/reference';
import { pastedIssues } from '../pasted/pastedIssues';
import type { Shape } from '../shapes/shape';
import { shapeOf } from '../shapes/shapeOf';
import { mergedIssues } from './mergedIssues';
import { mostForPeople } from './moreIssues';
import { type CallsOfProvider, otherCall } from './otherCall';
import { readValue } from './readValue';
import { type SchemaCheck, schemaIssues } from './schemaIssues';
import { UnknownKeysTold } from './unknownKeys';

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

const labels = { path: () => t('Path'), query: () => t('Query'), body: () => t('Body') };

/** What is left out of a list that is too long for people. */
interface Left {
  /** Of the section. */
  readonly pointer: string;
  readonly severity: Issue['severity'];
}

export function leftOf(issues: readonly Issue[], most: number, pointer: string): readonly Left[] {
  return issues.slice(most).map(({ severity }) => ({ pointer, severity }));
}

function cutOf(isCut: boolean, severity: Issue['severity'], pointer: string): readonly Left[] {
  return isCut ? [{ pointer, severity }] : [];
}

export interface SectionCheck {
  readonly value: JsonValue | undefined;
  readonly issues: readonly Issue[];
  readonly broken: readonly string[];
  readonly left?: readonly Left[];
  readonly holdsUnknownKeys?: boolean;
  /** There is nothing to say of it. */
  readonly isPlain?: boolean;
}

const notTaken: SectionCheck = { value: undefined, issues: [], broken: [], isPlain: true };

/** By its schema alone. */
export function checkSection(
  section: keyof typeof labels,
  operation: Operation,
  given: JsonValue | undefined,
  options: ValidationOptions,
  spellings: Readonly<Record<string, string>> | undefined,
): SectionCheck {
  const { references = 'accepted', writtenBy = 'person', mostIssues = mostForPeople } = options;
  const pointer = `/${section}`;
  const schema = operation.request[section];
  if (schema === undefined)
    return isFilled(given) ? { value: undefined, issues: [unexpected(section)], broken: [] } : notTaken;
  if (isDeeperThan(deepestRequest, given)) return { value: given, issues: [tooDeep(section)], broken: [pointer] };
  const shape = shapeOf(schema);
  const isPersons = writtenBy === 'person';
  const unknown = new UnknownKeysTold(isPersons ? mostIssues : 0);
  const value = readValue(shape, given ?? emptyOf(schema, given), pointer, unknown);
  const acceptsReferences = references === 'accepted';
  const role = value === null ? roleOf(schema) : undefined;
  const label = labels[section];
  const check = schemaIssues({ schema, shape, value, pointer, label, role, acceptsReferences, mostIssues, spellings });
  const unsendable = section === 'path' ? unsendableIssues(operation, value, check.broken, acceptsReferences) : [];
  const isPlain = check.broken.length === 0 && unsendable.length === 0 && !unknown.isCut;
  if (!isPersons && isPlain) return { value: value as JsonValue | undefined, issues: [], broken: [], isPlain };
  return toldSection(section, operation, value, options, { shape, check, unsendable, unknown });
}

interface SectionFindings {
  readonly shape: Shape;
  readonly check: SchemaCheck;
  readonly unsendable: readonly Issue[];
  readonly unknown: UnknownKeysTold;
}

function toldSection(
  section: keyof typeof labels,
  operation: Operation,
  value: unknown,
  { writtenBy = 'person', siblings, mostIssues = mostForPeople }: ValidationOptions,
  { shape, check, unsendable, unknown }: SectionFindings,
): SectionCheck {
  const pointer = `/${section}`;
  const isPersons = writtenBy === 'person';
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

function tooDeep(section: keyof typeof labels): Issue {
  const message = t('{0} must not be nested deeper than {1} levels.', labels[section](), deepestRequest);
  return { pointer: `/${section}`, code: tooDeepCode, message, severity: 'error' };
}
