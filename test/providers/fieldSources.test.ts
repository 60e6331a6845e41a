import assert from 'node:assert/strict';
import { isWebAddress } from '../../src/core/addresses/webAddress';
import { requestFileSchema } from '../../src/core/forms/fileSchema';
import { formModel } from '../../src/core/forms/formModel';
import { openApiOf } from '../../src/core/openapi/openApiOf';
import type { Provider } from '../../src/core/provider';
import { referencePage } from '../../src/headless/reference/referencePage';
import { providers } from '../../src/providers';
import { membersOfRequests } from './membersOfRequests';

/** Whose documentation the provider goes by. */
function hostsOf({ docs, operations, failures, disputes = [] }: Provider): ReadonlySet<string> {
  const all = [
    docs,
    ...operations.map((operation) => operation.docs),
    ...failures.map(({ source }) => source),
    ...disputes.flatMap(({ says }) => says.map(({ source }) => source)),
  ];
  return new Set(all.filter(isWebAddress).map((source) => new URL(source).host));
}

describe('Pages that document single fields', () => {
  for (const { id, load } of providers) {
    it(`are those of its documentation, by https: ${id}`, async () => {
      const provider = await load();
      const pages = new Set(membersOfRequests(provider).flatMap(({ shape }) => shape.meta.source ?? []));
      assert.ok(pages.size > 0, 'no field has a page of its own');
      for (const page of pages) {
        const { protocol, host } = new URL(page);
        assert.equal(protocol, 'https:', page);
        assert.ok(hostsOf(provider).has(host), `${page} is of none of ${[...hostsOf(provider)].join(', ')}`);
      }
    });

    it(`are named in the form, in the text, in the reference and in OpenAPI: ${id}`, async () => {
      const provider = await load();
      const pages = new Set(membersOfRequests(provider).flatMap(({ shape }) => shape.meta.source ?? []));
      const models = JSON.stringify(provider.operations.map((operation) => formModel(provider, operation)));
      const editor = JSON.stringify(requestFileSchema([provider]));
      const reference = referencePage(provider, { variableOf: (_, field) => field });
      const openApi = JSON.stringify(await openApiOf(provider, '1.0.0'));
      for (const page of pages) {
        assert.ok(models.includes(`"source":"${page}"`), `the form does not name ${page}`);
        assert.ok(editor.includes(`[Documentation](${page})`), `the text does not name ${page}`);
        assert.ok(reference.includes(page), `the reference does not name ${page}`);
        assert.ok(openApi.includes(`"externalDocs":{"url":"${page}"}`), `OpenAPI does not name ${page}`);
      }
    });

    it(`are those of the field around it where it has none: ${id}`, async () => {
      for (const {
        key,
        around: [parent],
        shape,
      } of membersOfRequests(await load())) {
        if (parent?.meta.source !== undefined) assert.ok(shape.meta.source !== undefined, key);
      }
    });
  }
});
