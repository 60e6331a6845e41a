import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { shapeOf } from '../forms/shapes/shapeOf';
import { locate } from '../forms/wording/locate';
import { nearest } from '../forms/wording/nearest';
import { spokenIssue } from '../forms/wording/spokenIssue';
import { type JsonPlace, withPositions } from '../json/jsonPlace';
import type { ReadJson } from '../json/readJson';
import { shortened } from '../quoting/shortened';
import { joinPointer, splitPointer } from './pointer';

export const sections = ['operation', 'connection', 'path', 'query', 'body'] as const;

/** What is wrong with the JSON of a request file, whatever operation it is for. */
export function textIssues(text: string, { value, duplicates }: ReadJson & { kind: 'read' }): readonly Issue[] {
  return [...duplicates.map(duplicateIssue), ...undecodedIssues(text), ...unknownSections(value)];
}

const section = z.optional(z.record(z.string(), z.unknown()));

/** Names belong to a provider, so that a number is none, in quotes or not. Only what is said of a value comes from here. */
const frame = z.object({
  operation: z.string().min(1).regex(/\//),
  connection: z.string().min(1),
  path: section,
  query: section,
  body: z.optional(z.unknown()),
});

/** What keeps JSON from being a request at all. */
export function frameIssue(issue: z.core.$ZodIssue, content: unknown): Issue {
  const root = { shape: shapeOf(frame), value: content, label: t('Request file'), role: 'required' } as const;
  const location = locate(root, issue.path);
  const pointer = joinPointer('', ...issue.path.map(String));
  const code = location.value === undefined ? 'required' : issue.code;
  return { pointer, code, severity: 'error', ...spokenIssue(issue, location, pointer) };
}

function duplicateIssue({ pointer, ...place }: JsonPlace): Issue {
  const name = splitPointer(pointer).at(-1) ?? '';
  const message = t(
    '"{0}" stands more than once in this object, and only the last one counts. Take the others out.',
    shortened(name),
  );
  return { pointer, code: 'duplicate_key', message, severity: 'error', place };
}

/** What an editor shows for bytes that it could not read. */
function undecodedIssues(text: string): readonly Issue[] {
  const offset = text.indexOf('\uFFFD');
  if (offset === -1) return [];
  const message = t('A character could not be read (�): the file is apparently not UTF-8. Save it as UTF-8.');
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
    .map((name) => unknownSection(name, value));
}

function unknownSection(name: string, file: object): Issue {
  const meant = otherNames.get(name.toLowerCase()) ?? nearest(name, sections);
  const pointer = joinPointer('', name);
  const isFree = meant !== undefined && !Object.hasOwn(file, meant);
  return {
    pointer,
    code: 'unknown_section',
    message: `${t('A request has no section "{0}"; it is not sent.', shortened(name))} ${suggestion(name, meant)}`,
    severity: 'warning',
    ...(isFree && {
      mend: { title: t('Rename it to "{0}"', meant), edits: [{ kind: 'rename', pointer, key: meant }] },
    }),
  };
}

function suggestion(name: string, meant: string | undefined): string {
  if (meant !== undefined) return t('Did you mean "{0}"?', meant);
  if (name === 'headers') return t('The headers of a call are set by its connection.');
  return t('What is sent stands in path, query and body.');
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
