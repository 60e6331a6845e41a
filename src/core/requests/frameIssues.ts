import type * as z from 'zod';
import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { nearest } from '../forms/wording/nearest';
import { type JsonPlace, withPositions } from '../json/jsonPlace';
import type { ReadJson } from '../json/readJson';
import { getAt, joinPointer, splitPointer } from './pointer';

export const sections = ['operation', 'connection', 'path', 'query', 'body'] as const;

/** What is wrong with the JSON of a request file, whatever operation it is for. */
export function textIssues(text: string, { value, duplicates }: ReadJson & { kind: 'read' }): readonly Issue[] {
  return [...duplicates.map(duplicateIssue), ...undecodedIssues(text), ...unknownSections(value)];
}

/** What keeps JSON from being a request at all. */
export function frameIssue({ path, code }: z.core.$ZodIssue, content: unknown): Issue {
  const name = path.join('.');
  const pointer = joinPointer('', ...path.map(String));
  const isMissing = pointer !== '' && getAt(content, pointer) === undefined;
  return { pointer, code: isMissing ? 'required' : code, message: describeFrame(name), severity: 'error' };
}

function describeFrame(name: string): string {
  if (name === '') return 'The file must hold one JSON object.';
  if (name === 'operation' || name === 'connection') return `"${name}" must be a text that is not empty.`;
  return `"${name}" must be a JSON object.`;
}

function duplicateIssue({ pointer, ...place }: JsonPlace): Issue {
  const name = splitPointer(pointer).at(-1) ?? '';
  const message = `"${name}" stands more than once in this object, and only the last one counts. Take the others out.`;
  return { pointer, code: 'duplicate_key', message, severity: 'error', place };
}

/** What an editor shows for bytes that it could not read. */
function undecodedIssues(text: string): readonly Issue[] {
  const offset = text.indexOf('\uFFFD');
  if (offset === -1) return [];
  const message = 'A character could not be read (�): the file is apparently not UTF-8. Save it as UTF-8.';
  return withPositions(text, [{ offset, length: 1 }]).map((place) => ({
    pointer: '',
    code: 'undecoded_text',
    message,
    severity: 'error',
    place,
  }));
}

function unknownSections(value: JsonValue): readonly Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  const known: ReadonlySet<string> = new Set([...sections, '$schema']);
  return Object.keys(value)
    .filter((name) => !known.has(name))
    .map((name) => ({
      pointer: joinPointer('', name),
      code: 'unknown_section',
      message: `A request has no section "${name}"; it is not sent. ${suggestion(name)}`,
      severity: 'warning',
    }));
}

function suggestion(name: string): string {
  const meant = otherNames.get(name.toLowerCase()) ?? nearest(name, sections);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (name === 'headers') return 'The headers of a call are set by its connection.';
  return 'What is sent stands in path, query and body.';
}

/** What other tools call the sections. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['params', 'query'],
  ['parameters', 'query'],
  ['data', 'body'],
  ['json', 'body'],
  ['payload', 'body'],
  ['pathparams', 'path'],
  ['pathvariables', 'path'],
]);
