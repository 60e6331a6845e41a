import assert from 'node:assert/strict';
import vm from 'node:vm';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeArtillery } from '../../../src/core/scenarios/exporting/artillery/writeArtillery';
import { writeHttp } from '../../../src/core/scenarios/exporting/http/writeHttp';
import { writeK6 } from '../../../src/core/scenarios/exporting/javascript/writeK6';
import { writeVitest } from '../../../src/core/scenarios/exporting/javascript/writeVitest';
import { parseTemplate } from '../../../src/core/scenarios/expressions/template';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import { runs } from '../../unit/fixtures/runs';
import { artilleryFaults } from './artilleryScript';
import { playHttpFile } from './httpFile';
import { documentOf, planOf } from './planSample';

/** What ends texts, comments and blocks of the languages that scenarios are exported to. */
const breaking = fc.constantFrom(
  ...[
    '"; globalThis.pwned = 1; //',
    "'; pwned = 1; '",
    `\`$${'{'}globalThis.pwned = 1}\``,
    '*/ globalThis.pwned = 1 /*',
  ],
  ...['{{globalThis.pwned = 1}}', '{{ $processEnvironment.HOME }}', '}}\n###\nGET http://evil.example/', '### next'],
  ...[
    '\n}}\n{{\nglobalThis.pwned = 1\n}}',
    '\n- log: "pwned"',
    '!!js/function "x"',
    '</script>',
    '\u2028',
    '\\',
    '\\"',
    '#',
  ],
  ...[
    'yes',
    '0x10',
    '2001-01-01',
    'null',
    '~',
    '&a *a',
    '?? pwned',
    '# @sleep 100000',
    '@import other.http',
    '@vitest-environment other',
    '> {% pwned %}',
    `$${'{'}__ENV.HOME}`,
  ],
);
const text = fc
  .array(fc.oneof(breaking, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))
  .filter((one) => parseTemplate(one) === undefined && !/\p{Cs}/u.test(one));
const payload = fc.record({
  text,
  list: fc.array(fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { maxLength: 3 }),
  members: fc.dictionary(text, text, { maxKeys: 2 }),
});

function scenarioOf(body: JsonValue, said: string, standard: string): JsonObject {
  const step = {
    stepId: 'send',
    description: said,
    operationId: '$sourceDescriptions.api.create-note',
    parameters: [{ name: 'note_id', in: 'path', value: '$inputs.note' }],
    requestBody: { contentType: 'application/json', payload: { ...(body as JsonObject), note: '$inputs.note' } },
    // It means to be refused: what it sends is sent as it stands.
    successCriteria: [
      { condition: '$statusCode == 400' },
      { condition: `$response.body#/said == '${said.replaceAll("'", "''")}'` },
    ],
  };
  const inputs = { type: 'object', properties: { note: { type: 'string', default: standard } } };
  return documentOf([{ workflowId: 'main', summary: said, inputs, steps: [step] }], said);
}

const env = { ESIGN_DEMO_NOTES_CLIENT_ID: 'a', ESIGN_DEMO_NOTES_CLIENT_SECRET: 'b' };

/** Bodies that were sent to notes, and whether anything but the scenario came to run. */
async function playScript(script: string, entry: string, said: string) {
  const bodies: string[] = [];
  const answer = (url: string, body: string) => {
    if (!url.includes('/notes/')) return { status: 200, text: '{"access_token":"t"}' };
    bodies.push(body);
    return { status: 400, text: JSON.stringify({ said }) };
  };
  const stubs = {
    __ENV: env,
    process: { env },
    AbortSignal,
    http: {
      request: (_method: string, url: string, body: string) => {
        const { status, text: reply } = answer(url, body);
        return { status, headers: {}, body: reply };
      },
    },
    fetch: async (url: string, { body }: { body: string }) => {
      const { status, text: reply } = answer(url, body);
      return { status, headers: new Headers(), text: async () => reply };
    },
    check: () => true,
    fail: (message: string) => assert.fail(message),
    sleep: () => undefined,
    test: (_name: string, _options: unknown, run: () => Promise<void>) => Object.assign(stubs, { played: run }),
    expect: (actual: unknown) => ({ toBe: (expected: unknown) => assert.equal(actual, expected) }),
    played: async () => undefined,
  };
  const context = vm.createContext(stubs);
  const plain = script
    .replace(/^import .*$/gm, '')
    .replace(/^export default async function/m, 'played = (async function');
  const closed = entry === 'k6' ? plain.replace('\n}\n\nasync function send', '\n});\n\nasync function send') : plain;
  const code = closed.replace(/^export (const options|function setup)/gm, '$1');
  vm.runInContext(code, context);
  // Engines run a script when they have read the whole of it.
  await vm.runInContext('played()', context);
  return { bodies, isBroken: 'pwned' in context };
}

describe('A hostile scenario', () => {
  it('ends no text of what it is exported to, and is sent as it stands', async () => {
    await fc.assert(
      fc.asyncProperty(payload, text, text.filter(isId), async (body, said, standard) => {
        const plan = await planOf(scenarioOf(body, said, standard));
        const expected: JsonObject = JSON.parse(JSON.stringify({ ...body, note: standard }));
        for (const [entry, script] of [
          ['k6', writeK6(plan)],
          ['vitest', writeVitest(plan)],
        ] as const) {
          const { bodies, isBroken } = await playScript(script, entry, said);
          assert.deepEqual([bodies.map((one) => JSON.parse(one)), isBroken], [[expected], false], entry);
        }
        const { text: http = '' } = writeHttp(plan);
        // Directives of httpYac and of Vitest, wherever they stand.
        assert.doesNotMatch(http, /^\s*(?:#+|\/{2})\s+@/m);
        assert.doesNotMatch(writeVitest(plan), /@(?:vitest|jest)-environment\s/);
        const sent = await playHttpFile(http, env, async ({ url }) =>
          url.includes('/notes/')
            ? { statusCode: 400, headers: {}, body: JSON.stringify({ said }) }
            : { statusCode: 200, headers: {}, body: '{"access_token":"t"}' },
        );
        assert.deepEqual(sent.broken, []);
        assert.deepEqual(
          sent.requests.flatMap((one) => (one.url.includes('/notes/') ? [JSON.parse(String(one.body))] : [])),
          [expected],
        );
        checkArtillery(plan, expected, standard);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('Names that every object has', () => {
  it('are names like any other', async () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string', default: name }]));
    const steps = names.map((name) => ({
      stepId: name,
      operationId: '$sourceDescriptions.api.get-note',
      parameters: [{ name: 'note_id', in: 'path', value: `$inputs.${name}` }],
      outputs: { [name]: '$response.body#/id' },
    }));
    const plan = await planOf(documentOf([{ workflowId: 'main', inputs: { type: 'object', properties }, steps }]));
    const fallbacks = plan.workflows[0]?.inputs.map(({ fallback }) => fallback);
    assert.deepEqual(fallbacks, names);
    assert.deepEqual(artilleryFaults(writeArtillery(plan).text ?? ''), []);
    for (const write of [writeK6, writeVitest]) assert.match(write(plan), /fallback: "constructor"/);
  });

  for (const name of ['__proto__', 'constructor', 'toString']) {
    it(`lead from step to step in what is exported: ${name}`, async () => {
      const send = (stepId: string, said: string, outputs = {}) => ({
        stepId,
        operationId: '$sourceDescriptions.api.create-note',
        parameters: [{ name: 'note_id', in: 'path', value: 'new' }],
        requestBody: { contentType: 'application/json', payload: { text: said } },
        successCriteria: [{ condition: '$statusCode == 400' }],
        outputs,
      });
      const named = (value: JsonValue): JsonObject => Object.fromEntries([[name, value]]);
      const inputs = { type: 'object', properties: named({ type: 'string', default: 'given' }) };
      const first = send(name, `$inputs.${name}`, named('$response.body#/said'));
      const steps = [first, send('again', `$steps.${name}.outputs.${name}`)];
      const plan = await planOf(documentOf([{ workflowId: name, inputs, steps }]));
      const expected = [{ text: 'given' }, { text: 'answered' }];
      for (const [entry, script] of [
        ['k6', writeK6(plan)],
        ['vitest', writeVitest(plan)],
      ] as const) {
        const { bodies } = await playScript(script, entry, 'answered');
        assert.deepEqual(
          bodies.map((one) => JSON.parse(one)),
          expected,
          entry,
        );
      }
      const { requests } = await playHttpFile(writeHttp(plan).text ?? '', env, async ({ url }) =>
        url.includes('/notes/')
          ? { statusCode: 400, headers: {}, body: '{"said":"answered"}' }
          : { statusCode: 200, headers: {}, body: '{"access_token":"t"}' },
      );
      assert.deepEqual(
        requests.flatMap((one) => (one.url.includes('/notes/') ? [JSON.parse(String(one.body))] : [])),
        expected,
      );
    });
  }
});

describe('Braces of a scenario that Artillery would take for templates', () => {
  const brace = fc.constantFrom('{', '}', '{{', '}}', '{ $processEnvironment.HOME }}', ' note ', 'a.b', '"');
  const words = fc.array(brace, { maxLength: 3 }).map((parts) => parts.join(''));

  it('begin none, and end none, wherever they meet', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, words, async (before, given, after) => {
        const said = `${before}${'{'}$inputs.given}${after}`;
        if (parseTemplate(said) === undefined) return;
        const properties = { note: { type: 'string', default: 'n' }, given: { type: 'string', default: given } };
        const step = {
          stepId: 'send',
          operationId: '$sourceDescriptions.api.create-note',
          parameters: [{ name: 'note_id', in: 'path', value: '$inputs.note' }],
          requestBody: { contentType: 'application/json', payload: { text: said, copies: 1 } },
          // It means to be refused: what it sends is sent as it stands.
          successCriteria: [{ condition: '$statusCode == 400' }, { condition: `$response.body#/text == '${given}'` }],
        };
        const inner = { workflowId: 'inner', inputs: { type: 'object', properties }, steps: [step] };
        const run = { stepId: 'run', workflowId: 'inner', parameters: [{ name: 'given', value: given }] };
        if (parseTemplate(given) !== undefined) return;
        const plan = await planOf(documentOf([{ workflowId: 'main', steps: [run] }, inner], given));
        const { text: script } = writeArtillery(plan);
        if (script === undefined) return;
        const { scenarios } = parse(script);
        const { json, body, expect } = scenarios[0].flow.at(-1).post;
        assert.deepEqual(json ?? JSON.parse(body), { text: `${before}${given}${after}`, copies: 1 });
        assert.doesNotMatch(JSON.stringify([json ?? body, expect, scenarios[0].name]), /\{\{/);
      }),
      { numRuns: runs(60) },
    );
  });
});

/** A segment of a path that may be sent. */
function isId(one: string): boolean {
  return one.trim() !== '' && !/^[\s.]*$/.test(one) && !/\p{Cc}/u.test(one);
}

/** Its templates have no other way to write their braces: where no JSON is sent, it is not written. */
function checkArtillery(plan: Parameters<typeof writeArtillery>[0], expected: JsonObject, standard: string): void {
  const { text: script, remarks } = writeArtillery(plan);
  if (script === undefined) {
    assert.ok(remarks.some(({ message }) => /^Artillery takes "\{\{"/.test(message)));
    assert.ok(standard.includes('{{'));
    return;
  }
  assert.deepEqual(artilleryFaults(script), []);
  const { config, scenarios } = parse(script);
  assert.deepEqual(config.variables, { note: standard });
  const { json, body } = scenarios[0].flow.at(-1).post;
  assert.deepEqual(json ?? JSON.parse(body), { ...expected, note: '{{ note }}' });
  if (body !== undefined) assert.equal(body.replace('{{ note }}', '').includes('{{'), false);
}
