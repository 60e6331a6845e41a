import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { HttpClient, HttpRequest, Reply } from '../../../src/core/http';
import { replyText } from '../../../src/core/http';
import type { JsonObject } from '../../../src/protocol/json';
import { callsOf, type DescribedCall } from './describedCalls';

interface Expected extends DescribedCall {
  readonly pattern: RegExp;
  readonly validators: Map<string, ValidateFunction>;
}

/** Holds replies against an OpenAPI description, as a tool that knows nothing else does. */
export class DescribedReplies {
  // Each schema holds against a few replies, which takes less time than to shorten what was made of it.
  readonly #ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false, code: { optimize: false } });
  readonly #calls: readonly Expected[];
  readonly #faults: string[] = [];

  constructor(described: JsonObject) {
    // A concrete path goes before one with parameters that would fit as well.
    const calls = [...callsOf(described)].sort((one, other) => parametersIn(one.path) - parametersIn(other.path));
    this.#calls = calls.map((call) => ({ ...call, pattern: patternOf(call.path), validators: new Map() }));
  }

  watch(http: HttpClient): HttpClient {
    return {
      send: async (request, ...more) => {
        const outcome = await http.send(request, ...more);
        if (outcome.kind === 'replied') this.#compare(request, outcome.reply);
        return outcome;
      },
    };
  }

  /** What was found since the last time. */
  takeFaults(): readonly string[] {
    return this.#faults.splice(0);
  }

  #compare({ method, url }: HttpRequest, reply: Reply): void {
    const { pathname } = new URL(url);
    const found = this.#calls.find((call) => call.method === method.toLowerCase() && call.pattern.test(pathname));
    if (found === undefined) return;
    const key = `${method} ${found.name} ${reply.status}`;
    const described = found.call.responses[String(reply.status)];
    const type = (reply.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (described === undefined) return;
    const text = replyText(reply);
    if (described.content === undefined) {
      if (text !== '') this.#faults.push(`${key}: a body where none is described`);
      return;
    }
    const schema = (described.content[type] ?? described.content['*/*'])?.schema;
    if (schema === undefined) {
      this.#faults.push(`${key}: ${type || 'no type'} is not described`);
      return;
    }
    const validate = found.validators.get(key) ?? this.#ajv.compile(schema);
    found.validators.set(key, validate);
    if (type !== 'application/json' || validate(JSON.parse(text))) return;
    this.#faults.push(`${key}: ${this.#ajv.errorsText(validate.errors)}`);
  }
}

function parametersIn(template: string): number {
  return template.split('{').length - 1;
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
