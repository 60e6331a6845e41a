import assert from 'node:assert/strict';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApiOf } from '../../../src/core/openapi/openApiOf';
import type { Operation } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { emulatorControl } from '../../../src/emulator/controlProvider';
import type { JsonObject } from '../../../src/protocol/json';
import { providers } from '../../../src/providers';
import { callsOf } from './describedCalls';

const registry = new ProviderRegistry(providers);

for (const id of [...registry.entries.map((entry) => entry.id), emulatorControl.id]) {
  describe(`the OpenAPI description of ${id}`, () => {
    let described: JsonObject;
    let operations: readonly Operation[];
    before(async () => {
      const provider = id === emulatorControl.id ? emulatorControl : await registry.provider(id);
      assert.ok(provider);
      operations = provider.operations;
      described = await openApiOf(provider, '1.0.0');
    });

    it('is what the specification wants', async () => {
      const config = await createConfig({ extends: ['spec'] });
      const problems = await lintFromString({ source: JSON.stringify(described), config });
      assert.deepEqual(
        problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`),
        [],
      );
    });

    it('holds every operation once', () => {
      const held = callsOf(described).flatMap(({ call }) => call['x-esign-operations']);
      assert.deepEqual(held.sort(), operations.map((operation) => operation.id).sort());
    });

    it('lets every documented body through', () => {
      const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false, code: { optimize: false } });
      const refused = callsOf(described).flatMap(({ name, call }) =>
        Object.entries(call.requestBody?.content ?? {}).flatMap(([type, { schema, examples = {} }]) =>
          Object.entries(examples).flatMap(([title, { value }]) =>
            ajv.validate(schema, value) ? [] : [`${name} ${type} ${title}: ${ajv.errorsText()}`],
          ),
        ),
      );
      assert.deepEqual(refused, []);
    });
  });
}
