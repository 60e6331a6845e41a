import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { type Reply, replyJson } from '../../src/core/http';
import { isList, isObject } from '../../src/core/json/jsonKinds';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { runCase } from '../../src/core/scenarios/runCase';
import type { Stage } from '../../src/core/scenarios/stage';
import { type CaseStep, values } from '../../src/core/scenarios/step';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

/* Bodies that documentation prints, and what the emulator answers to the same: the same keys, of the same kinds. */

const examples = z.array(
  z.strictObject({
    name: z.string(),
    operation: z.string(),
    given: z.array(z.custom<CaseStep>()).optional(),
    values: values.optional(),
    status: z.int(),
    body: z.json(),
    /** Keys at the top that later descriptions add. */
    newer: z.array(z.string()).optional(),
  }),
);

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));
const folderOf = (id: string) => join('src', 'providers', id, 'examples');

for (const id of registry.ids.filter((one) => existsSync(folderOf(one)))) {
  describe(`documented bodies of ${id}`, () => {
    for (const file of readdirSync(folderOf(id))) {
      const list = examples.parse(JSON.parse(readFileSync(join(folderOf(id), file), 'utf8')));
      for (const { name, operation, given = [], values: sent = {}, status, body, newer = [] } of list) {
        it(name, async () => {
          const provider = await registry.provider(id);
          assert.ok(provider);
          // What a schema does not know is left out of what it reads.
          assert.deepEqual(schemaOf(provider, operation, status).parse(body), body);
          const { stage, close } = await openInProcess(provider);
          const reply = await replyTo(stage, operation, given, sent);
          await close();
          assert.equal(reply?.status, status);
          const answered = reply && replyJson(reply);
          assert.deepEqual(differences(answered, body as JsonValue, ''), []);
          assert.deepEqual(
            Object.keys(Object(answered)).filter((key) => !known(body, newer).includes(key)),
            [],
          );
        });
      }
    }
  });
}

function schemaOf({ operations }: Provider, id: string, status: number): z.ZodType {
  const schema = operations.find((operation) => operation.id === id)?.replies[status];
  assert.ok(schema, `${id} does not document ${status}.`);
  return schema;
}

function known(body: unknown, newer: readonly string[]): readonly string[] {
  return [...Object.keys(Object(body)), ...newer];
}

/** What the emulator answers, whatever is wrong with what was sent. */
async function replyTo(
  stage: Stage,
  operation: string,
  given: CaseStep[],
  sent: z.output<typeof values>,
): Promise<Reply | undefined> {
  let last: Reply | undefined;
  const http: Stage['machine']['http'] = {
    send: async (...request) => {
      const outcome = await stage.machine.http.send(...request);
      if (outcome.kind === 'replied') last = outcome.reply;
      return outcome;
    },
  };
  const watched = { ...stage, machine: { ...stage.machine, http } };
  const known = stage.provider.operations.find(({ id }) => id === operation);
  assert.ok(known, `There is no operation ${operation}.`);
  // What is wrong is expected, so that it is sent all the same.
  const issues = validateRequest(known, sent).issues.map(({ pointer, code }) => ({ pointer, code }));
  await runCase(watched, { name: operation, operation, given, values: sent, issues, reply: { status: 0 } });
  return last;
}

/** Where a value is not of the kind that is printed. What is null there may be anything, but must be there. */
function differences(actual: unknown, printed: JsonValue, at: string): readonly string[] {
  if (actual === undefined) return [`${at} is missing`];
  if (printed === null) return [];
  if (isList(printed)) {
    if (!Array.isArray(actual)) return [`${at} is no list`];
    return printed.flatMap((item, index) => differences(actual[index], item, `${at}/${index}`));
  }
  if (isObject(printed)) {
    return Object.entries(printed).flatMap(([key, item]) => differences(Object(actual)[key], item, `${at}/${key}`));
  }
  return typeof actual === typeof printed ? [] : [`${at} is ${JSON.stringify(actual)}`];
}
