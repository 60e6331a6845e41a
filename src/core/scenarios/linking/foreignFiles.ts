import type { Issue } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import type { Findings } from '../document/findings';
import { readScenario } from '../document/readScenario';
import type { Scenario, SourceDescription } from '../document/scenario';
import type { LinkedScenario, LinkOutcome, LinkPorts } from './linkedScenario';
import { pathBeside } from './pathBeside';

/** How a scenario is linked that another one names. */
export interface FileChain {
  /** Paths from the folder of the first scenario, that of the one that is linked last. */
  readonly files: readonly string[];
  /** Every file that was read, so that no web of files takes long. */
  readonly read: Set<string>;
  link(scenario: Scenario, ports: LinkPorts, chain: FileChain): Promise<LinkOutcome>;
}

export interface ForeignFile {
  readonly url: string;
  readonly scenario: LinkedScenario;
}

const mostDepth = 10;
const mostFiles = 50;

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
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return fault('Scenarios are not fetched: name a file beside this one.');
  const file = pathBeside(chain.files.at(-1) ?? '', url);
  if (chain.files.includes(file)) {
    const circle = [...chain.files.slice(chain.files.indexOf(file)), file].join(' -> ');
    return { code: 'circle', message: `The files name each other without end: ${circle}.` };
  }
  chain.read.add(file);
  if (chain.files.length >= mostDepth || chain.read.size > mostFiles) {
    return fault(`Too many files name each other: ${mostDepth} deep and ${mostFiles} in all are read.`);
  }
  const content = await ports.readDescription(url);
  if (content.kind === 'unreadable') return fault(content.detail);
  const read = readScenario(content.text, file);
  if (read.scenario === undefined) return fault(firstError(read.issues));
  const beside: LinkPorts = { ...ports, readDescription: (other) => ports.readDescription(pathBeside(url, other)) };
  const linked = await chain.link(read.scenario, beside, { ...chain, files: [...chain.files, file] });
  return linked.scenario ?? fault(firstError(linked.issues));
}

/** One is enough to look there. */
function firstError(issues: readonly Issue[]): string {
  const error = issues.find(({ severity }) => severity === 'error');
  return `It has errors, the first in line ${error?.place?.line ?? 1}: ${error?.message ?? ''}`;
}
