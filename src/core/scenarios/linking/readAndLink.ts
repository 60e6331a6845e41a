import { readScenario } from '../document/readScenario';
import type { LinkOutcome, LinkPorts } from './linkedScenario';
import { linkScenario } from './linkScenario';

/** Reads the text of a scenario and looks up all that it names: what is said of it in the order of reading. */
export async function readAndLink(text: string, fileName: string, ports: LinkPorts): Promise<LinkOutcome> {
  const read = readScenario(text, fileName);
  if (read.scenario === undefined) return { scenario: undefined, issues: read.issues };
  const linked = await linkScenario(read.scenario, ports);
  return { ...linked, issues: [...read.issues, ...linked.issues] };
}
