import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isObject } from '../../../json/jsonKinds';
import { textOrJson } from '../../../json/values/textOrJson';
import type {
  NamedValue,
  PlannedApi,
  PlannedBody,
  PlannedRequest,
  PlannedTokenCall,
  PlannedValue,
} from '../plan/exportPlan';
import type { LinearScope, LinearStep } from '../plan/linearSteps';
import type { ArtilleryNames } from './artilleryNames';
import type { ArtilleryValues } from './artilleryValues';
import { type Decider, decidersOf, expectationsOf } from './expectations';
import { jsonPathOf } from './jmesPath';
import { multipartHeader, multipartTemplate } from './multipartText';
import { besideTemplates, isOdd } from './templates';

/** Steps as items of a flow. */
export class FlowWriter {
  readonly #apis: readonly PlannedApi[];
  readonly #names: ArtilleryNames;
  readonly #values: ArtilleryValues;

  constructor(apis: readonly PlannedApi[], names: ArtilleryNames, values: ArtilleryValues) {
    this.#apis = apis;
    this.#names = names;
    this.#values = values;
  }

  /** Variables with addresses that are not below the target. */
  readonly addresses = new Map<string, string>();

  /** With the calls that fetch tokens for it. */
  flowOf(linear: LinearStep): readonly JsonObject[] {
    // Written first: it says which members of their replies are tokens.
    const items = this.#itemsOf(linear);
    return [...(linear.tokensOf === undefined ? [] : this.#tokenCalls(linear.tokensOf)), ...items];
  }

  #itemsOf(linear: LinearStep): readonly JsonObject[] {
    const { step } = linear;
    const request = step.call.kind === 'request' ? step.call.request : undefined;
    const { expect, left } = expectationsOf(step);
    for (const { pointer } of left) this.#values.warn(pointer, t('Artillery cannot ask this: the check is left out.'));
    if (step.timeoutMs !== undefined) {
      this.#values.warn(
        step.pointer,
        t('Artillery has one timeout for all requests (config.http.timeout): this one is left out.'),
      );
    }
    const once: JsonObject = { ...this.#call(linear), ...this.#captures(linear), expect: [...expect] };
    const retry = step.onFailure.find(({ type }) => type === 'retry');
    if (retry?.type !== 'retry') return [itemOf(request, linear, once)];
    const deciders = decidersOf(step);
    if (deciders === undefined) {
      this.#values.warn(
        retry.pointer,
        t('Artillery cannot ask beforehand whether the step has passed: it is tried once.'),
      );
      return [itemOf(request, linear, once)];
    }
    const again = `not (${deciders.map((decider, index) => this.#asked(linear, decider, index)).join(' and ')})`;
    const tries: JsonObject = { ...once, capture: [...listOf(once['capture']), ...this.#decided(linear, deciders)] };
    const { expect: _asked, ...quiet } = tries;
    this.#values.warn(
      retry.pointer,
      t('Artillery waits {0} s for each of {1} tries, also once the step has passed.', retry.afterSeconds, retry.limit),
    );
    const wait: readonly JsonObject[] = retry.afterSeconds > 0 ? [{ think: retry.afterSeconds }] : [];
    const further = [...wait, itemOf(request, linear, { ...quiet, ifTrue: again })];
    const loop = retry.limit > 1 ? [{ loop: further, count: retry.limit - 1 }] : [];
    return [itemOf(request, linear, quiet), ...loop, ...wait, itemOf(request, linear, { ...tries, ifTrue: again })];
  }

  #tokenCalls(id: string): readonly JsonObject[] {
    const calls = this.#apis.find((api) => api.id === id)?.tokenCalls ?? [];
    // The last one names tokens of those before it.
    return calls
      .toReversed()
      .map((call) => this.#tokenCall(id, call))
      .toReversed();
  }

  #tokenCall(id: string, { name, request }: PlannedTokenCall): JsonObject {
    const kept = this.#tokenNames(id, name).map(([property, as]) => ({ json: jsonPathOf([property]), as }));
    const call = { ...this.#request(request, nowhere, ''), capture: kept, expect: [{ statusCode: [200, 201] }] };
    return { [request.method.toLowerCase()]: { ...call, name } };
  }

  /** Those of its reply that a header or another call names. */
  #tokenNames(id: string, call: string): readonly (readonly [property: string, name: string])[] {
    return this.#values.tokens
      .filter((one) => one.api === id && one.call === call)
      .map(({ property, name }) => [property, name]);
  }

  #call({ step, scope }: LinearStep): JsonObject {
    const { call, pointer } = step;
    if (call.kind === 'request') return this.#request(call.request, scope, pointer);
    if (call.kind === 'workflow') return {};
    const link = textOrJson(this.#values.write(call.link, scope, pointer));
    // A path is one below the address of its emulator.
    const url = link.startsWith('/') ? this.#address(call.api, undefined, link) : link;
    if (call.form === undefined) return { url };
    return { url, form: this.#values.write(call.form, scope, pointer) };
  }

  #request(request: PlannedRequest, scope: LinearScope, pointer: string): JsonObject {
    const { api, host, path, query, headers, body } = request;
    const segments = path.map((part) => (typeof part === 'string' ? part : this.#encoded(part.value, scope, pointer)));
    const basic = headers.find(({ value }) => value.kind === 'basic')?.value;
    const written = Object.fromEntries(
      headers
        .filter(({ value }) => value !== basic)
        .map(({ name, value }) => [name, textOrJson(this.#values.write(value, scope, pointer))]),
    );
    return {
      url: this.#address(api, host, `${segments.join('')}${this.#search(query, scope, pointer)}`),
      headers: { ...written, ...(body?.kind === 'multipart' && multipartHeader) },
      ...(basic?.kind === 'basic' && {
        auth: {
          user: textOrJson(this.#values.write(basic.user, scope, pointer)),
          pass: textOrJson(this.#values.write(basic.password, scope, pointer)),
        },
      }),
      ...(body && this.#body(body, scope, pointer)),
    };
  }

  /** Below the target, which may be given anew; of another API or host below a variable, for the same reason. */
  #address(id: string, host: string | undefined, path: string): string {
    const api = this.#apis.find((one) => one.id === id);
    const elsewhere = host === undefined ? undefined : api?.hosts[host];
    if (elsewhere === undefined && id === this.#apis[0]?.id) return path;
    const name = this.#names.of('address', id, ...(host === undefined || elsewhere === undefined ? [] : [host]));
    this.addresses.set(name, elsewhere ?? api?.baseUrl ?? '');
    return `{{ ${name} }}${path}`;
  }

  /** Artillery puts values into addresses as they are: those that are known are encoded beforehand. */
  #encoded(value: PlannedValue, scope: LinearScope, pointer: string): string {
    const written = this.#values.write(value, scope, pointer);
    if (typeof written !== 'string') return encodeURIComponent(textOrJson(written));
    return encodedText(written);
  }

  #search(query: readonly NamedValue[], scope: LinearScope, pointer: string): string {
    const pairs = query.flatMap(({ name, value }) => {
      const written = this.#values.write(value, scope, pointer);
      const values = Array.isArray(written) ? written : [written];
      return values
        .filter((one) => one !== null)
        .map((one) => `${encodeURIComponent(name)}=${encodedText(textOrJson(one))}`);
    });
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  }

  #body(body: PlannedBody, scope: LinearScope, pointer: string): JsonObject {
    switch (body.kind) {
      case 'json':
        if (isOdd(body.value)) return { body: this.#oddBody(body.value, scope, pointer) };
        return { json: this.#values.write(body.value, scope, pointer) };
      case 'form':
        return { form: this.#values.write(body.value, scope, pointer) };
      case 'multipart':
        return { body: multipartTemplate(this.#values, body.parts, scope, pointer) };
    }
  }

  #oddBody(value: PlannedValue, scope: LinearScope, pointer: string): string {
    const text = this.#values.writeJson(value, scope, pointer);
    if (text.includes('{{')) {
      const message = t(
        'Artillery takes dots and braces in this body for its own: it is sent as a text, and what is put in is a text, too.',
      );
      this.#values.warn(pointer, message);
    }
    return text;
  }

  #captures({ step, label }: LinearStep): JsonObject {
    const capture = step.outputs.flatMap(({ name, value: { source, keys } }) => {
      const as = this.#names.of(label, name);
      if (source.from !== 'reply' || !this.#values.used.has(as)) return [];
      return [source.part === 'body' ? { json: jsonPathOf(keys), as } : { header: source.name, as }];
    });
    return capture.length === 0 ? {} : { capture };
  }

  #decided({ label }: LinearStep, deciders: readonly Decider[]): readonly JsonObject[] {
    return deciders.map(({ keys }, index) => ({
      json: jsonPathOf(keys),
      as: this.#decider(label, index),
      strict: false,
    }));
  }

  #asked({ label }: LinearStep, { operator, value }: Decider, index: number): string {
    const literal = typeof value === 'number' ? String(value) : `"${value}"`;
    return `${this.#decider(label, index)} ${operator} ${literal}`;
  }

  #decider(label: string, index: number): string {
    return this.#names.of('found', label, String(index + 1));
  }
}

function encodedText(text: string): string {
  return besideTemplates(text, encodeURIComponent);
}

function itemOf(request: PlannedRequest | undefined, { step, label }: LinearStep, call: JsonObject): JsonObject {
  const method = request?.method ?? (step.call.kind === 'page' ? step.call.method : 'GET');
  return { [method.toLowerCase()]: { name: label, ...call } };
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Token calls name nothing of a workflow. */
const nowhere: LinearScope = {
  workflow: {
    workflowId: '',
    line: 1,
    pointer: '',
    summary: undefined,
    inputs: [],
    steps: [],
    outputs: [],
  },
  prefix: '',
  given: undefined,
  inner: new Map(),
  starts: new Map(),
};
