import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import { readJson } from '../../json/readJson';
import { operationName } from '../../operation';
import { quotable } from '../../quoting/oneLine';
import { writeDocument } from './writeDocument';

export interface ScenarioEvent {
  /** Id and title of the provider. */
  readonly provider: string;
  readonly title: string;
  /** In the API's word. */
  readonly event: string;
  readonly document: string | null;
  readonly body: Uint8Array;
  /** Id of the operation that lists what an emulator has sent. */
  readonly lists: string;
}

/** A scenario that begins with waiting for an event: what leads to it is for a person to write in front. */
export function eventScenario({ provider, title, event, document, body, lists }: ScenarioEvent): string {
  const emulator = 'emulator';
  const stepId = 'event-comes';
  const wait = {
    stepId,
    description: `Waits until ${quotable(event)} was sent.`,
    operationId: `$sourceDescriptions.${emulator}.${operationName(lists)}`,
    ...(document !== null && { parameters: [{ name: 'document', in: 'query', value: '$inputs.document' }] }),
    successCriteria: [
      { condition: '$statusCode == 200' },
      { context: '$response.body', type: 'jsonpath', condition: `$.deliveries[?${isTheEvent(event, body)}]` },
    ],
    onFailure: [{ name: 'look-again', type: 'retry', stepId, retryAfter: 1, retryLimit: 10 }],
  };
  const inputs = { type: 'object', properties: { document: { type: 'string', default: document ?? '' } } };
  return writeDocument(
    {
      arazzo: '1.0.1',
      info: { title: `${title} tells of ${quotable(event)}`, version: '1.0.0' },
      sourceDescriptions: [
        { name: 'api', url: `esign:${provider}`, type: 'openapi' },
        { name: emulator, url: `esign:emulator/${provider}`, type: 'openapi' },
      ],
      workflows: [{ workflowId: 'told', ...(document !== null && { inputs }), steps: [wait] }],
    },
    [
      `Made of an event that ${title} sent. The step waits for one like it on the emulator, which lists what it has sent.`,
      'Write the steps that lead to it in front, also the one that registers an address, without which nothing is sent.',
    ],
  );
}

/** By the place of the payload that has its name; where none has, any call of a webhook will do. */
function isTheEvent(event: string, body: Uint8Array): string {
  const read = readJson(new TextDecoder().decode(body));
  const path = read.kind === 'read' ? placeOf(read.value, event) : undefined;
  if (path === undefined) return `@.channel == 'webhook'`;
  return `@.payload${path.map((name) => `[${JSON.stringify(name)}]`).join('')} == ${JSON.stringify(event)}`;
}

function placeOf(value: JsonValue, text: string, depth = 0): readonly string[] | undefined {
  if (!isObject(value) || depth > 3) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (member === text) return [name];
    const below = placeOf(member, text, depth + 1);
    if (below !== undefined) return [name, ...below];
  }
  return undefined;
}
