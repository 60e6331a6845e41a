import path from 'node:path';
import { readScenario } from '../../core/scenarios/document/readScenario';
import type { LinkedScenario, LinkPorts } from '../../core/scenarios/linking/linkedScenario';
import { linkScenario } from '../../core/scenarios/linking/linkScenario';
import { brokenText } from '../../core/scenarios/text/brokenText';
import { emulatorControl } from '../../emulator/controlProvider';
import { type FileIssue, fileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

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
  const read = readScenario(content.text, file);
  const linked = read.scenario && (await linkScenario(read.scenario, linkPorts(workplace, file)));
  const issues = [...read.issues, ...(linked?.issues ?? [])];
  return { file, scenario: linked?.scenario, issues: issues.map((issue) => fileIssue(file, issue)) };
}

function linkPorts({ registry, cwd }: Workplace, file: string): LinkPorts {
  return {
    providerIds: registry.ids,
    provider: (id) => registry.provider(id),
    all: () => registry.all(),
    control: emulatorControl,
    readDescription: async (url) => readRequestText(path.dirname(path.resolve(cwd, file)), url),
  };
}
