import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Operation } from '../../../operation';
import { Findings } from '../../document/findings';
import { readCall } from '../../document/readCall';
import type { StepCall } from '../../document/scenario';
import type { SourceCalls } from '../../linking/callsOf';
import type { LinkPorts } from '../../linking/linkedScenario';
import { type FilesRead, portsBeside, readOther } from '../../linking/otherFiles';
import { bundledScheme, resolveSources } from '../../linking/resolveSources';
import { SourceText } from '../../text/sourceText';
import { sketchAround } from '../text/sketch';

/** What a scenario can name beyond its own text. */
export interface ScenarioWorld {
  /** By the names that the file gives them. */
  readonly sources: ReadonlyMap<string, SourceCalls>;
  /** Other scenarios, by the names that the file gives them. */
  readonly files: ReadonlyMap<string, OtherScenario>;
  /** Addresses of descriptions that need no file. */
  readonly urls: readonly string[];
}

/** A scenario that another one names. */
export interface OtherScenario {
  /** As it is named there. */
  readonly url: string;
  readonly text: string;
  readonly root: JsonObject;
  readonly world: ScenarioWorld;
}

const noFiles: FilesRead = { files: [], read: new Set() };

/** Looks up the sources that a text names, as far as it can be read. */
export async function worldOf(value: JsonValue, ports: LinkPorts, above = noFiles): Promise<ScenarioWorld> {
  const listed = isObject(value) ? value['sourceDescriptions'] : undefined;
  const named = (isList(listed) ? listed : []).flatMap((source) => {
    const { name, url, type } = isObject(source) ? source : {};
    return typeof name === 'string' && typeof url === 'string' ? [{ name, url, type }] : [];
  });
  const sources = named.filter(({ type }) => type !== 'arazzo').map(({ name, url }) => ({ name, url, pointer: '' }));
  const files = named.filter(({ type }) => type === 'arazzo');
  const chain = above === noFiles ? { files: [ports.fileName ?? ''], read: new Set<string>() } : above;
  const { providerIds, control } = ports;
  const ofEmulators = providerIds.map((id) => `${control.id}/${id}`);
  return {
    sources: await resolveSources(unheard(), sources, ports),
    files: await otherScenarios(files, ports, chain),
    urls: [...providerIds, control.id, ...ofEmulators].map((id) => bundledScheme + id),
  };
}

async function otherScenarios(
  named: readonly { readonly name: string; readonly url: string }[],
  ports: LinkPorts,
  chain: FilesRead,
): Promise<ReadonlyMap<string, OtherScenario>> {
  const found = new Map<string, OtherScenario>();
  for (const { name, url } of named) {
    const read = await readOther(url, ports, chain);
    if (read.kind === 'refused') continue;
    const { value } = sketchAround(read.text);
    const world = await worldOf(value, portsBeside(ports, url), read.chain);
    if (isObject(value)) found.set(name, { url, text: read.text, root: value, world });
  }
  return found;
}

export interface Called {
  readonly call: StepCall;
  readonly calls: SourceCalls | undefined;
  /** None where the step calls no operation that is known. */
  readonly operations: readonly Operation[];
}

/** What a step calls. */
export function calledBy(step: JsonObject | undefined, { sources }: ScenarioWorld): Called | undefined {
  if (step === undefined) return undefined;
  const fields = ['operationId', 'operationPath', 'workflowId'].flatMap((name) => {
    const value = step[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const call = readCall(unheard(), { stepId: '', ...Object.fromEntries(fields) }, step, '');
  if (call === undefined) return undefined;
  if (call.kind !== 'operation' && call.kind !== 'path') return { call, calls: undefined, operations: [] };
  const [only, ...others] = sources.values();
  const calls = call.source === undefined ? (others.length === 0 ? only : undefined) : sources.get(call.source);
  const operations = call.kind === 'operation' ? calls?.named(call.id) : calls?.at(call.path, call.method);
  return { call, calls, operations: operations ?? [] };
}

/** What is wrong with the text is said elsewhere. */
export function unheard(): Findings {
  return new Findings(new SourceText('', null, () => ({ start: 0, end: 0 })));
}
