import path from 'node:path';
import { nearest } from '../../core/forms/wording/nearest';
import { shortened } from '../../core/quoting/shortened';
import { propertiesOf } from '../../core/scenarios/inputs/inputs';
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

/** Of inputs that somebody gives the first that no workflow has, and would be left out without a word. */
export function unknownInput(loaded: readonly LoadedScenario[], names: readonly string[]): string | undefined {
  // What cannot be read may have it.
  if (loaded.some(({ scenario }) => scenario === undefined)) return undefined;
  const inputs = loaded.flatMap(({ scenario }) => scenario?.workflows ?? []).map((workflow) => workflow.inputs);
  const known = [...new Set(inputs.flatMap((schema) => Object.keys(propertiesOf(schema))))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const meant = nearest(unknown, known);
  const others = known.length === 0 ? 'None has any.' : `There is ${known.slice(0, 10).join(', ')}.`;
  const advice = meant === undefined ? others : `Did you mean "${meant}"?`;
  return `No workflow has an input "${shortened(unknown)}". ${advice}`;
}
