import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import type { Findings } from '../document/findings';
import { readScenario } from '../document/readScenario';
import type { Scenario, SourceDescription } from '../document/scenario';
import type { LinkedScenario, LinkOutcome, LinkPorts } from './linkedScenario';
import { type FilesRead, portsBeside, readOther } from './otherFiles';

/** How a scenario is linked that another one names. */
export interface FileChain extends FilesRead {
  link(scenario: Scenario, ports: LinkPorts, chain: FileChain): Promise<LinkOutcome>;
}

export interface ForeignFile {
  readonly url: string;
  readonly scenario: LinkedScenario;
}

/** The other scenarios that a scenario names, by the names it gives them. What cannot be read is told and left out. */
export async function foreignFiles(
  findings: Findings,
  { sources }: Scenario,
  ports: LinkPorts,
  chain: FileChain,
): Promise<ReadonlyMap<string, ForeignFile>> {
  const found = new Map<string, ForeignFile>();
  for (const source of sources.filter(({ type }) => type === 'arazzo')) {
    const read = await readForeignFile(source, ports, chain);
    if ('message' in read) findings.error(`${source.pointer}/url`, read.code, read.message);
    else found.set(source.name, { url: source.url, scenario: read });
  }
  return found;
}

interface Fault {
  readonly code: 'source' | 'circle';
  readonly message: string;
}

async function readForeignFile(
  { url }: SourceDescription,
  ports: LinkPorts,
  chain: FileChain,
): Promise<LinkedScenario | Fault> {
  const fault = (message: string): Fault => ({ code: 'source', message: `${shortened(url)}: ${message}` });
  const other = await readOther(url, ports, chain);
  if (other.kind === 'refused') return other.code === 'circle' ? other : fault(other.message);
  const read = readScenario(other.text, other.file);
  if (read.scenario === undefined) return fault(firstError(read.issues));
  const linked = await chain.link(read.scenario, portsBeside(ports, url), other.chain);
  return linked.scenario ?? fault(firstError(linked.issues));
}

/** One is enough to look there. */
function firstError(issues: readonly Issue[]): string {
  const error = issues.find(({ severity }) => severity === 'error');
  return t('It has errors, the first in line {0}: {1}', error?.place?.line ?? 1, error?.message ?? '');
}
