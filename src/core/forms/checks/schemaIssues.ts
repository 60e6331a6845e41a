import type * as z from 'zod';
import type { Issue } from '../../../protocol/form';
import { firstIssues } from '../../firstIssues';
import { joinPointer } from '../../requests/pointer';
import { holdsReference, isReference } from '../../requests/references/reference';
import type { Shape } from '../shapes/shape';
import { chooseOption } from '../shapes/unionShape';
import { type Location, locate } from '../wording/locate';
import { spokenIssue } from '../wording/spokenIssue';
import { mostForPeople } from './moreIssues';

export interface SchemaCheck {
  readonly issues: readonly Issue[];
  /** Pointers of everything that does not fit, references included, whose values are not known yet. */
  readonly broken: readonly string[];
  /** Nothing more was looked for: there may be others. */
  readonly isCut: boolean;
}

export interface SchemaCheckTarget {
  readonly schema: z.ZodType;
  readonly shape: Shape;
  readonly value: unknown;
  readonly pointer: string;
  /** What the whole value is called in a sentence. */
  readonly label: () => string;
  /** What it is to the request. */
  readonly role?: 'required' | 'optional' | undefined;
  /** Whether `{{name}}` may stand for a value. */
  readonly acceptsReferences: boolean;
  /** Nothing more is looked for after so many, and the value as a whole counts as broken. */
  readonly mostIssues?: number | undefined;
  /** See `numberSpellings`. */
  readonly spellings?: Readonly<Record<string, string>> | undefined;
}

const noSpellings = {};
const nothingWrong: SchemaCheck = { issues: [], broken: [], isCut: false };

/** Checks a section against its schema; one issue for each value that does not fit. */
export function schemaIssues({
  schema,
  shape,
  value,
  pointer,
  label,
  role = 'required',
  acceptsReferences,
  mostIssues = mostForPeople,
  spellings = noSpellings,
}: SchemaCheckTarget): SchemaCheck {
  const first = firstIssues(schema, value, mostIssues);
  if (first.issues.length === 0 && !first.isCut) return nothingWrong;
  const root: Location = { shape, value, label: label(), role };
  const found = explainAll(first.issues, { root, pointer, acceptsReferences, mostIssues, spellings }, []);
  const issues = new Map<string, Issue>();
  const broken = new Set<string>();
  for (const { path, tell, isUnchecked } of found) {
    const at = joinPointer(pointer, ...path.map(String));
    broken.add(isUnchecked ? joinPointer(pointer, ...path.slice(0, -1).map(String)) : at);
    if (tell !== undefined && !issues.has(at)) issues.set(at, { pointer: at, ...tell(at), severity: 'error' });
  }
  const isCut = first.isCut || countTold(found) >= mostIssues;
  return { issues: [...issues.values()], broken: isCut ? [pointer] : [...broken], isCut };
}

interface Found {
  readonly path: readonly PropertyKey[];
  /** Words are found for what is told only. Undefined for a reference, which may be all right. */
  readonly tell: ((pointer: string) => Omit<Issue, 'pointer' | 'severity'>) | undefined;
  /** The value tells what stands beside it, so that of those nothing was checked. */
  readonly isUnchecked?: boolean;
}

interface Section extends Pick<SchemaCheckTarget, 'pointer' | 'acceptsReferences'> {
  readonly root: Location;
  readonly mostIssues: number;
  readonly spellings: Readonly<Record<string, string>>;
}

function explainAll(
  issues: readonly z.core.$ZodIssue[],
  section: Section,
  prefix: readonly PropertyKey[],
): readonly Found[] {
  const found: (readonly Found[])[] = [];
  let told = 0;
  for (const issue of issues) {
    if (told >= section.mostIssues) break;
    const explained = explain(issue, section, prefix);
    told += countTold(explained);
    found.push(explained);
  }
  return found.flat();
}

function countTold(found: readonly Found[]): number {
  return found.filter(({ tell }) => tell !== undefined).length;
}

function explain(issue: z.core.$ZodIssue, section: Section, prefix: readonly PropertyKey[]): readonly Found[] {
  // Properties that nobody documents are warnings, and found where values are read.
  if (issue.code === 'unrecognized_keys') return [];
  const path = [...prefix, ...issue.path];
  const location = locate(section.root, path);
  const isUnchecked = issue.code === 'invalid_union' && issue.errors.length === 0;
  if (section.acceptsReferences && mayBecome(location.value, issue)) return [{ path, tell: undefined, isUnchecked }];
  if (issue.code === 'invalid_union' && location.value !== undefined && issue.errors.length > 0) {
    const options = issue.errors.map((errors) => explainAll(errors, section, path));
    const told = toldOption(options, issue, location);
    if (told !== undefined) return told;
  }
  const tell = (pointer: string) => {
    const place = { ...location, spelling: section.spellings[pointer] };
    return { code: codeOf(issue, place), ...spokenIssue(issue, place, pointer) };
  };
  return [{ path, tell, isUnchecked }];
}

function codeOf(issue: z.core.$ZodIssue, { shape, value }: Location): string {
  if (value === undefined) return 'required';
  // That a list of values is a union of constants, or tells shapes apart, is nothing a reader of codes should know.
  const isValue = issue.code === 'invalid_union' && (shape?.kind === 'enum' || issue.errors.length === 0);
  return isValue ? 'invalid_value' : issue.code;
}

/** The issues of the option that a value was meant to be; undefined when that cannot be told. */
function toldOption(
  options: readonly (readonly Found[])[],
  issue: z.core.$ZodIssueInvalidUnion,
  { shape, value }: Location,
): readonly Found[] | undefined {
  const accepted = options.find((found) => found.every((one) => one.tell === undefined));
  if (accepted) return accepted;
  if (shape?.kind === 'union') {
    const chosen = chooseOption(shape, value);
    return chosen === undefined ? undefined : options[chosen.place];
  }
  // An open enumeration or a nullable union: what refuses the whole value is not what was meant.
  const nearer = options.filter((_found, place) => !issue.errors[place]?.some(refusesAll));
  return nearer.length === 1 ? nearer[0] : undefined;
}

function refusesAll({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

const becomes = new Set(['number', 'int', 'boolean']);

/** A reference may stand for any text or, alone, for a number, true or false; never for a list or an object. */
function mayBecome(value: unknown, issue: z.core.$ZodIssue): boolean {
  if (typeof value !== 'string' || !holdsReference(value)) return false;
  if (issue.code === 'invalid_type') return becomes.has(issue.expected) && isReference(value);
  return issue.code !== 'invalid_union' || issue.errors.length === 0;
}
