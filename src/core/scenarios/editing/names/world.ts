import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Operation } from '../../../operation';
import { Findings } from '../../document/findings';
import { readCall } from '../../document/readCall';
import type { StepCall } from '../../document/scenario';
import type { SourceCalls } from '../../linking/callsOf';
import type { LinkPorts } from '../../linking/linkedScenario';
import { bundledScheme, resolveSources } from '../../linking/resolveSources';
import { SourceText } from '../../text/sourceText';

/** What a scenario can name beyond its own text. */
export interface ScenarioWorld {
  /** By the names that the file gives them. */
  readonly sources: ReadonlyMap<string, SourceCalls>;
  /** Addresses of descriptions that need no file. */
  readonly urls: readonly string[];
}

/** Looks up the sources that a text names, as far as it can be read. */
export async function worldOf(value: JsonValue, ports: LinkPorts): Promise<ScenarioWorld> {
  const listed = isObject(value) ? value['sourceDescriptions'] : undefined;
  const sources = (isList(listed) ? listed : []).flatMap((source) => {
    const { name, url, type } = isObject(source) ? source : {};
    const isCalled = typeof name === 'string' && typeof url === 'string' && type !== 'arazzo';
    return isCalled ? [{ name, url, pointer: '' }] : [];
  });
  const { providerIds, control } = ports;
  const ofEmulators = providerIds.map((id) => `${control.id}/${id}`);
  return {
    sources: await resolveSources(unheard(), sources, ports),
    urls: [...providerIds, control.id, ...ofEmulators].map((id) => bundledScheme + id),
  };
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
