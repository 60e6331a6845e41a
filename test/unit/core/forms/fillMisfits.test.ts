import assert from 'node:assert/strict';
import * as z from 'zod';
import { fillExamples } from '../../../../src/core/forms/testData/fillExamples';
import { addPeople, peopleLists } from '../../../../src/core/forms/testData/fillPeople';
import type { Operation } from '../../../../src/core/operation';
import { editTexts } from '../../../../src/core/requests/editing/editTexts';
import type { JsonValue } from '../../../../src/protocol/json';
import { createEnvelope } from '../../fixtures/testProvider';

/* Test data for a request in which something else stands in the place of an object. */

const person = z.object({ email: z.string().meta({ title: 'E-mail', examples: ['ann@example.com'] }) });
const operation: Operation = {
  ...createEnvelope,
  request: { body: z.object({ groups: z.array(z.object({ people: z.array(person) })) }) },
};

describe('Test data', () => {
  for (const odd of ['text', 5, null, true, ['x'], '{{group}}'] satisfies readonly JsonValue[]) {
    it(`leaves what stands in the place of an object: ${JSON.stringify(odd)}`, () => {
      const values = { body: { groups: [odd, { people: [{ email: '' }, odd] }] } };
      const filled = editTexts(JSON.stringify(values), fillExamples(operation, values));
      assert.deepEqual(JSON.parse(filled).body.groups, [odd, { people: [{ email: 'ann@example.com' }, odd] }]);
      const lists = peopleLists(operation, values);
      assert.deepEqual(
        lists.map(({ pointer }) => pointer),
        ['/body/groups/1/people'],
      );
      const added = lists.flatMap((list) => addPeople(list, values, { count: 2 }));
      assert.equal(JSON.parse(editTexts(JSON.stringify(values), added)).body.groups[1].people.length, 4);
    });
  }
});
