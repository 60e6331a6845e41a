import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainBroken } from '../../core/json/explainBroken';
import { editTexts } from '../../core/requests/editing/editTexts';
import { errorCode } from '../../core/typing/errorCode';
import { checkText } from '../checkFiles';
import type { FileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import { isScenarioFile } from '../scenarios/findScenarioFiles';
import type { Workplace } from '../workplace';
import { unwritableReason } from './writeNewFile';

/** Something that was wrong, and what was done about it. */
export interface MendedIssue extends Pick<FileIssue, 'file' | 'path' | 'message'> {
  readonly title: string;
}

export interface FixReport {
  readonly mended: readonly MendedIssue[];
  /** Files that could not be written, by the reason. What is mended is not in them. */
  readonly unwritten: readonly { readonly file: string; readonly reason: string }[];
}

/** Mends request files where it is known how. The rest of their texts stays as it is written. */
export async function fixFiles(
  workplace: Workplace,
  files: readonly string[],
  isRehearsal: boolean,
): Promise<FixReport> {
  const mended: MendedIssue[] = [];
  const unwritten: { file: string; reason: string }[] = [];
  for (const file of new Set(files)) {
    const fixed = await fixFile(workplace, file);
    if (fixed === undefined) continue;
    const reason = isRehearsal ? undefined : write(workplace.cwd, file, fixed.text);
    if (reason === undefined) mended.push(...fixed.mended);
    else unwritten.push({ file, reason });
  }
  return { mended, unwritten };
}

interface FixedText {
  readonly text: string;
  readonly mended: readonly MendedIssue[];
}

/** Undefined where nothing can be mended. */
async function fixFile(workplace: Workplace, file: string): Promise<FixedText | undefined> {
  if (isScenarioFile(file)) return undefined;
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') return undefined;
  const start = asJson(file, content.text);
  const fixed = await fixText(workplace, file, start);
  return fixed.mended.length === 0 ? undefined : fixed;
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

async function fixText(workplace: Workplace, file: string, start: FixedText): Promise<FixedText> {
  let { text, mended } = start;
  let issues = await checkText(workplace, file, text);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = compatible(issues);
    const next = editTexts(
      text,
      chosen.flatMap(({ mend }) => mend?.edits ?? []),
    );
    if (next === text) break;
    const left = await checkText(workplace, file, next);
    if (left.length > issues.length) break;
    mended = [...mended, ...chosen.map((issue) => mendedIssue(file, issue))];
    text = next;
    issues = left;
  }
  return { text, mended };
}

function mendedIssue(file: string, { path: at, message, mend }: FileIssue): MendedIssue {
  return { file, path: at, message, title: mend?.title ?? '' };
}

/** Of several mends of one place the first: the others may no longer fit. */
function compatible(issues: readonly FileIssue[]): readonly FileIssue[] {
  const taken = new Set<string>();
  return issues.filter(({ mend }) => {
    const places = mend?.edits.map(({ pointer }) => pointer) ?? [];
    if (places.length === 0 || places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
}

const mark = '\uFEFF';

/** Undefined when it was written, otherwise why it was not. */
function write(cwd: string, file: string, text: string): string | undefined {
  try {
    const place = path.resolve(cwd, file);
    const isMarked = readFileSync(place).subarray(0, 3).equals(Buffer.from(mark));
    writeFileSync(place, isMarked ? mark + text : text);
    return undefined;
  } catch (error: unknown) {
    return unwritableReason(errorCode(error));
  }
}
