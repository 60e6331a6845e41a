import * as z from 'zod';
import { emulatorConnectionId } from '../../core/connections/connection';
import { initialValues } from '../../core/forms/initialValues';
import { deepestRequest } from '../../core/nesting';
import type { RequestValues } from '../../core/operation';
import { quotable } from '../../core/quoting/oneLine';
import { getAt, setAt, splitPointer } from '../../core/requests/pointer';
import { requestFileOf } from '../../core/requests/preparedRequest';
import { contentOf, type RequestFile } from '../../core/requests/requestFile';
import { runMasker } from '../../core/secrets/runMasker';
import { translateRequest } from '../../core/translation/translateRequest';
import type { JsonValue } from '../../protocol/json';
import { defineTool, readsOnly } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { anyJson, anyObject } from '../anyJson';
import { checkGiven, isValid } from '../checkGiven';
import { type FoundOperation, operationNamed } from '../lookUp';
import { offeredStep, stepInput } from '../offeredStep';
import { issueList, issueSchema } from '../output/issueList';
import { jsonPart, sizeInOutput } from '../output/jsonPart';
import { cutSchema } from '../output/replyPart';
import { visibleJson, visibleText } from '../output/visibleText';
import { refusal } from '../toolRefusal';

const otherRequest = z.object({
  operation: z.string(),
  path: z.exactOptional(anyObject),
  query: z.exactOptional(anyObject),
  body: z.exactOptional(anyJson),
});

const reason = z.object({ pointer: z.string(), why: z.string() });

export const makeRequest = defineTool({
  name: 'make_request',
  title: 'Make a request',
  description: `Makes a complete request of an operation from values: on top of its smallest or its documented example, of a next step, or
translated from a request of another provider or version ("translate"). Says what is still needed and what is wrong. Nothing is sent.`,
  hints: readsOnly,
  input: z.object({
    operation: z.exactOptional(z.string().describe('As find_operations names it; a next step names its own.')),
    values: z.exactOptional(anyObject.describe('By pointer: {"/body/name": "Contract", "/path/id": "7"}.')),
    start: z.exactOptional(
      z.enum(['smallest', 'example']).describe('What the values are put into; smallest without it.'),
    ),
    nextStep: z.exactOptional(stepInput.describe('A next step that a reply of this session offered.')),
    translate: z.exactOptional(
      otherRequest.describe('A request of another provider to be made into one of "operation".'),
    ),
    whole: z.exactOptional(z.boolean().describe('Everything, whatever its size.')),
  }),
  output: z.object({
    request: anyJson.describe('As send_request, validate_request and *.esign.json files take it.'),
    cut: cutSchema,
    valid: z.boolean(),
    issues: z.array(issueSchema),
    needed: z.array(reason).describe('What only you know.'),
    leftOut: z.array(reason).describe('What the other provider has no place for.'),
  }),
  run: async (workplace, input) => {
    const started = await startOf(workplace, input);
    const filled = Object.entries(input.values ?? {}).reduce(withValue, withoutText(started.request));
    const issues = await checkGiven(workplace, { request: filled, ofText: [] });
    const needed = started.needed.filter(({ pointer }) => !Object.hasOwn(input.values ?? {}, pointer));
    const said = { ...reasonsOf(needed, started.leftOut), issues: issueList(issues, 1_000).items };
    const room = input.whole === true ? Number.MAX_SAFE_INTEGER : Math.max(800, 3_700 - sizeInOutput(said));
    const { value, cut } = jsonPart(visibleJson(contentOf(filled)), '', room);
    return { request: value, cut: cut.slice(0, 5), valid: isValid(issues), ...said };
  },
});

interface Started {
  readonly request: RequestFile;
  readonly needed: readonly Reason[];
  readonly leftOut: readonly Reason[];
}
type Reason = z.output<typeof reason>;

type MakeInput = z.output<typeof makeRequest.input>;

async function startOf(
  workplace: AgentWorkplace,
  { operation, start, nextStep, translate }: MakeInput,
): Promise<Started> {
  if (nextStep !== undefined) return { request: await stepRequest(workplace, nextStep), needed: [], leftOut: [] };
  if (operation === undefined) {
    throw refusal(
      'No operation is named',
      'Neither "operation" nor "nextStep" is there.',
      'find_operations lists them.',
    );
  }
  const found = await operationNamed(workplace, operation);
  if (translate !== undefined) return translated(workplace, found, translate);
  const values = startValues(found, start ?? 'smallest');
  return { request: requestFileOf({ operation, ...values }, emulatorConnectionId), needed: [], leftOut: [] };
}

/** Secrets of the reply stay masked: the step itself is sent with them by its number. */
async function stepRequest(workplace: AgentWorkplace, wanted: z.output<typeof stepInput>): Promise<RequestFile> {
  const { run, provider, step } = await offeredStep(workplace, wanted);
  return runMasker(run, provider).value(requestFileOf(step, run.request.connection), 'request');
}

function startValues({ operation }: FoundOperation, start: 'smallest' | 'example'): RequestValues {
  const { examples } = operation;
  const smallest = examples.find(({ source }) => source === 'minimal');
  const documented = examples.find(({ source }) => source === 'documented');
  return (start === 'smallest' ? (smallest ?? documented) : (documented ?? smallest)) ?? initialValues(operation);
}

async function translated(
  workplace: AgentWorkplace,
  { operation: to }: FoundOperation,
  { operation: from, ...values }: z.output<typeof otherRequest>,
): Promise<Started> {
  const { registry } = workplace;
  const translation = registry.translationsOf(from).find((one) => one.to === to.id);
  if (translation === undefined) {
    const offered = registry.translations.map((one) => `${one.from} to ${one.to}`);
    throw refusal('There is no such translation', `There is ${offered.join(', ')}.`, 'Name operations of one of them.');
  }
  const given = { operation: from, connection: emulatorConnectionId, ...values };
  const { request, report } = await translateRequest(registry, translation, given, (provider) =>
    workplace.connections(provider),
  );
  return {
    request,
    needed: report.needed.map(({ to: pointer, why }) => ({ pointer, why })),
    leftOut: report.leftOut.map(({ from: pointer, why }) => ({ pointer, why })),
  };
}

/** A value that cannot be put where it should stand would be missed without a word. */
function withValue(request: RequestFile, [pointer, value]: readonly [string, JsonValue]): RequestFile {
  const keys = splitPointer(pointer);
  const isPlace = /^\/(?:(?:path|query)\/|body(?:\/|$))/.test(pointer) && keys.length <= deepestRequest;
  const filled = isPlace ? setAt(request, pointer, value) : request;
  if (isPlace && (keys.includes('-') || getAt(filled, pointer) === value)) return filled;
  throw refusal(
    `No value can stand at "${quotable(pointer)}"`,
    'Places begin with /path/, /query/ or /body; items of a list are numbered from 0, without gaps.',
    'describe_operation names the places of its fields.',
  );
}

/** Values are put into it: the text that it came from is not its text any more. */
function withoutText({ written: _written, ...request }: RequestFile): RequestFile {
  return request;
}

function reasonsOf(needed: readonly Reason[], leftOut: readonly Reason[]) {
  const shown = ({ pointer, why }: Reason) => ({ pointer: visibleText(pointer, 200), why: visibleText(why, 200) });
  return { needed: needed.slice(0, 8).map(shown), leftOut: leftOut.slice(0, 8).map(shown) };
}
