import { explainBroken } from '../../core/json/explainBroken';
import { editTexts } from '../../core/requests/editing/editTexts';
import { holderOf } from '../../core/requests/pointer';
import type { Variables } from '../../core/requests/references/variablesFile';
import type { FormEdit } from '../../protocol/form';
import { checkText } from '../checkFiles';
import type { FileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import { isScenarioFile } from '../scenarios/findScenarioFiles';
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
  if (isScenarioFile(file) || isSettingsFile(file)) return undefined;
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') return undefined;
  const start = asJson(file, content.text);
  const fixed = await fixText(workplace, file, start, variables);
  return fixed.mended.length === 0 ? undefined : { ...fixed, before: content.text };
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

/** One slip may hide another, so that what is mended is looked at again. */
const mostRounds = 5;

async function fixText(workplace: Workplace, file: string, start: FixedText, variables: Variables): Promise<FixedText> {
  let { text, mended } = start;
  let issues = await checkText(workplace, file, text, variables);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = compatible(issues);
    const next = editTexts(
      text,
      chosen.flatMap(({ mend }) => mend?.edits ?? []),
    );
    if (next === text) break;
    const left = await checkText(workplace, file, next, variables);
    const open = new Set(chosen.flatMap(({ mend }) => mend?.open ?? []));
    if (left.filter(({ path }) => !open.has(path)).length > issues.length) break;
    mended = [...mended, ...chosen.map((issue) => mendedIssue(file, issue))];
    text = next;
    issues = left;
  }
  return { text, mended };
}

function mendedIssue(file: string, { path: at, message, mend }: FileIssue): MendedIssue {
  return { file, path: at, message, title: mend?.title ?? '' };
}

/** Of several mends of one place the first: the others may no longer fit, nor what mends a part of what is replaced. */
function compatible(issues: readonly FileIssue[]): readonly FileIssue[] {
  const taken = new Set<string>();
  const replaced = new Set<string>();
  return issues.filter(({ mend }) => {
    const edits = mend?.edits ?? [];
    const isTaken = ({ pointer }: FormEdit) => taken.has(pointer) || around(pointer).some((one) => replaced.has(one));
    if (edits.length === 0 || edits.some(isTaken)) return false;
    for (const { kind, pointer } of edits) {
      taken.add(pointer);
      if (kind === 'set' || kind === 'remove') replaced.add(pointer);
    }
    return true;
  });
}

function around(pointer: string): readonly string[] {
  const parent = holderOf(pointer);
  return parent === '' ? [] : [parent, ...around(parent)];
}
