import path from 'node:path';
import type { LinkedScenario } from '../../core/scenarios/linking/linkedScenario';
import { readAndLink } from '../../core/scenarios/linking/readAndLink';
import { brokenText } from '../../core/scenarios/text/brokenText';
import { attachmentReader } from '../attachments';
import { type FileIssue, fileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';
import { linkPortsOf } from './linkPorts';

export interface LoadedScenario {
  /** As it was named. */
  readonly file: string;
  /** Undefined when there are errors among the issues. */
  readonly scenario: LinkedScenario | undefined;
  readonly issues: readonly FileIssue[];
}

/** Reads a scenario file and looks up all that it names. Nothing is sent. */
export async function loadScenario(workplace: Workplace, file: string): Promise<LoadedScenario> {
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') {
    const issue: FileIssue = { file, path: '', code: brokenText, message: content.detail, severity: 'error' };
    return { file, scenario: undefined, issues: [issue] };
  }
  const ports = linkPortsOf(workplace.registry, path.basename(file), attachmentReader(file, workplace.cwd));
  const { scenario, issues } = await readAndLink(content.text, file, ports);
  return { file, scenario, issues: issues.map((issue) => fileIssue(file, issue)) };
}
