import { explainBroken } from '../../core/json/explainBroken';
import { mendToTheEnd } from '../../core/requests/editing/mendToTheEnd';
import type { Variables } from '../../core/requests/references/variablesFile';
import { checkRequestText } from '../checkFiles';
import type { FileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import { isReadAsScenario } from '../scenarios/findScenarioFiles';
import type { Workplace } from '../workplace';
import { isSettingsFile } from './exposedSettings';
import { type FileReplacement, replaceFiles, type UnwrittenFile } from './replaceFiles';

/** Something that was wrong, and what was done about it. */
export interface MendedIssue extends Pick<FileIssue, 'file' | 'path' | 'message'> {
  readonly title: string;
}

export interface FixReport {
  readonly mended: readonly MendedIssue[];
  /** Files that could not be written, by the reason. What is mended is not in them. */
  readonly unwritten: readonly UnwrittenFile[];
}

/** Mends request files where it is known how: all of them or none. The rest of their texts stays as it is written. */
export async function fixFiles(
  workplace: Workplace,
  files: readonly string[],
  isRehearsal: boolean,
  variables: Variables = {},
): Promise<FixReport> {
  const mended: MendedIssue[] = [];
  const replacements: FileReplacement[] = [];
  for (const file of new Set(files)) {
    const fixed = await fixFile(workplace, file, variables);
    if (fixed === undefined) continue;
    mended.push(...fixed.mended);
    replacements.push({ file, before: fixed.before, text: fixed.text });
  }
  const unwritten = isRehearsal ? [] : replaceFiles(workplace.cwd, replacements);
  const isWritten = ({ file }: MendedIssue) => unwritten.every((one) => one.file !== file);
  return { mended: mended.filter(isWritten), unwritten };
}

interface FixedText {
  readonly text: string;
  readonly mended: readonly MendedIssue[];
}

interface FixedFile extends FixedText {
  /** As it was read. */
  readonly before: string;
}

/** Undefined where nothing can be mended. */
async function fixFile(workplace: Workplace, file: string, variables: Variables): Promise<FixedFile | undefined> {
  if (isReadAsScenario(file) || isSettingsFile(file)) return undefined;
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') return undefined;
  const start = asJson(file, content.text);
  const fixed = await mendToTheEnd(start.text, (text) => checkRequestText(workplace, file, text, variables));
  const mended = [...start.mended, ...fixed.mended.map((issue) => mendedIssue(file, issue))];
  return mended.length === 0 ? undefined : { text: fixed.text, mended, before: content.text };
}

function asJson(file: string, text: string): FixedText {
  const broken = explainBroken(text);
  if (broken?.mend === undefined) return { text, mended: [] };
  const { title, text: meant } = broken.mend;
  const mended = broken.faults.map(({ line, column, message }) => ({
    file,
    path: '',
    message: `Line ${line}, column ${column}: ${message}`,
    title,
  }));
  return { text: meant, mended };
}

function mendedIssue(file: string, { path: at, message, mend }: FileIssue): MendedIssue {
  return { file, path: at, message, title: mend?.title ?? '' };
}
