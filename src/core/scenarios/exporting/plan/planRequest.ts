import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { toBase64 } from '../../../attachments/base64';
import type { LoadedFile } from '../../../attachments/loadedFile';
import { fileFields, loadFile } from '../../../attachments/loadFiles';
import type { Operation, RequestValues } from '../../../operation';
import { splitPointer } from '../../../requests/pointer';
import { secretsOfRequest } from '../../../secrets/secretValues';
import { contentTypeNames } from '../../linking/contentTypes';
import type { LinkedStep, StepTarget } from '../../linking/linkedScenario';
import type { NamedValue, PlannedBody, PlannedPart, PlannedRequest, PlannedValue } from './exportPlan';
import type { Names } from './names';
import { openValue, replaceAt, sketchOf } from './openValue';
import type { PlanContext } from './planContext';
import { literal, planValue } from './planValue';

type OperationTarget = Extract<StepTarget, { kind: 'operation' }>;

/** Stands for what is known only while it runs. */
export const mark = '\u{f8ff}';

/** The request of a step; undefined where it was told why there can be none. */
export async function planStepRequest(
  context: PlanContext,
  step: LinkedStep,
  target: OperationTarget,
  names: Names,
  authorize: (operation: Operation) => Promise<readonly NamedValue[]>,
): Promise<PlannedRequest | undefined> {
  const operation = onlyOperation(context, step, target);
  const sent = (place: 'path' | 'query') =>
    step.parameters
      .filter((one) => one.in === place)
      .map(({ name, value }) => ({ name, value: planValue(value, names) }));
  const values = { path: sent('path'), query: sent('query'), body: bodyValue(context, step, names) };
  if (!target.isControl) refuseSecrets(context, step, operation, sketchedValues(values, names.written));
  const loaded = values.body && (await withFiles(context, step, operation, values.body));
  const body = loaded && encodedBody(operation, loaded.value, loaded.files);
  if (values.body !== undefined && body === undefined) return undefined;
  return {
    ...plannedRequest(target.connection, operation, { ...values, body }),
    headers: [...plainHeaders(operation, body), ...(await authorize(operation))],
    usesToken: !target.isControl && (operation.authorization ?? 'token') === 'token',
    movesClock: target.isControl && context.ports.movesClock(operation),
  };
}

/** Without the headers. */
export function plannedRequest(
  api: string,
  { method, path, host }: Operation,
  values: {
    readonly path: readonly NamedValue[];
    readonly query: readonly NamedValue[];
    readonly body: PlannedBody | undefined;
  },
): Pick<PlannedRequest, 'api' | 'host' | 'method' | 'path' | 'query' | 'body'> {
  const { query, body } = values;
  return { api, host, method, path: pathOf(path, values.path), query, body };
}

export function plainHeaders({ accepts = [] }: Operation, body: PlannedBody | undefined): readonly NamedValue[] {
  const accept = { name: 'accept', value: literal([...accepts, contentTypeNames.json].join(', ')) };
  if (body === undefined || body.kind === 'multipart') return [accept];
  return [accept, { name: 'content-type', value: literal(contentTypeNames[body.kind]) }];
}

/** Values that no parameter gives stay empty, which the engine is told when it runs. */
function pathOf(path: string, values: readonly NamedValue[]): PlannedRequest['path'] {
  return path.split(/(\{\w+\})/).flatMap((part): PlannedRequest['path'] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === '' ? [] : [part];
    return [values.find((one) => one.name === name) ?? { name, value: literal('') }];
  });
}

/** Several share an address: one of them stands for all where they travel alike. */
function onlyOperation(context: PlanContext, step: LinkedStep, { operations }: OperationTarget): Operation {
  const [first, ...others] = operations;
  const travel = ({ encoding, authorization, host, accepts }: Operation) =>
    JSON.stringify([encoding, authorization, host, accepts]);
  if (others.some((one) => travel(one) !== travel(first))) {
    const message = t('Several operations share this address, and only their values tell which one is meant.');
    context.findings.error(step.pointer, 'not_exported', message);
  }
  return first;
}

function bodyValue(context: PlanContext, { body }: LinkedStep, names: Names): PlannedValue | undefined {
  if (body === undefined) return undefined;
  let value: PlannedValue = body.payload === undefined ? literal({}) : planValue(body.payload, names);
  for (const { target, value: replacement, pointer } of body.replacements) {
    const replaced = replaceAt(value, splitPointer(target), planValue(replacement, names));
    if (replaced === undefined) {
      const message = t('Only while it runs is known what stands at {0}: write the payload itself.', target);
      context.findings.error(pointer, 'not_exported', message);
    }
    value = replaced ?? value;
  }
  return value;
}

interface Sketched {
  readonly path: readonly NamedValue[];
  readonly query: readonly NamedValue[];
  readonly body: PlannedValue | undefined;
}

function sketchedValues({ path, query, body }: Sketched, inputs: JsonObject): RequestValues {
  const section = (values: readonly NamedValue[]) =>
    Object.fromEntries(values.map(({ name, value }) => [name, sketchOf(value, mark, inputs)]));
  return {
    path: section(path),
    query: section(query),
    ...(body !== undefined && { body: sketchOf(body, mark, inputs) }),
  };
}

/** An exported file is passed on: what is secret comes from its environment. */
function refuseSecrets(context: PlanContext, step: LinkedStep, operation: Operation, values: RequestValues): void {
  for (const { name, value } of secretsOfRequest(operation, values)) refuseSecret(context, step, name, value);
}

export function refuseSecret({ findings }: PlanContext, { pointer }: LinkedStep, name: string, value: JsonValue): void {
  if (typeof value === 'string' && value.includes(mark)) return;
  const message = t(
    'The value of {0} is a secret and would stand in the exported file: make it an input with format: password.',
    name,
  );
  findings.error(pointer, 'secret', message);
}

interface WithFiles {
  readonly value: PlannedValue;
  /** By the name of the part. */
  readonly files: ReadonlyMap<string, LoadedFile>;
}

/** The content of files takes the place of their names: the exported file stands alone. */
async function withFiles(
  { ports, findings }: PlanContext,
  step: LinkedStep,
  operation: Operation,
  body: PlannedValue,
): Promise<WithFiles | undefined> {
  const files = new Map<string, LoadedFile>();
  let value = body;
  for (const field of fileFields(operation, { body: sketchOf(body, mark) })) {
    const keys = splitPointer(field.pointer).slice(1);
    const at = `${step.body?.pointer ?? step.pointer}/payload${field.pointer.slice('/body'.length)}`;
    if (field.value.includes(mark)) {
      findings.error(at, 'not_exported', t('The file is known only while it runs: name one here.'));
      return undefined;
    }
    const file = await loadFile(field, ports.readFile);
    if ('problem' in file) {
      findings.error(at, 'file', `${file.problem.path}: ${file.problem.reason}`);
      return undefined;
    }
    if (!field.inline) files.set(keys.join('/'), file);
    else if (!file.isEncoded) value = replaceAt(value, keys, literal(toBase64(file.bytes))) ?? value;
  }
  return { value, files };
}

/** `files` are contents of parts by their names. */
export function encodedBody(
  { encoding = 'json' }: Operation,
  value: PlannedValue,
  files: ReadonlyMap<string, LoadedFile> = new Map(),
): PlannedBody {
  if (encoding !== 'multipart') return { kind: encoding, value };
  const opened = openValue(value);
  const members = opened?.kind === 'object' ? opened.members : [];
  const parts = members.map(({ name, value: part }): PlannedPart => {
    const file = files.get(name);
    if (file === undefined) return { kind: 'text', name, value: part };
    const { name: fileName, mediaType, bytes } = file;
    return { kind: 'file', name, fileName, mediaType, bytes };
  });
  return { kind: 'multipart', parts };
}
