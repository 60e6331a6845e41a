import assert from 'node:assert/strict';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Shape } from '../../src/core/forms/shapes/shape';
import { shapeOf } from '../../src/core/forms/shapes/shapeOf';
import { setAt } from '../../src/core/requests/pointer';
import { mostIssues, mostValues } from '../../src/emulator/limits';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';

/* However long a list is wrong, a server is told of a limited number of places, in a limited number of words. */

const items: Readonly<Record<string, (index: number) => JsonValue>> = {
  'empty objects': () => ({}),
  numbers: () => 7,
  nulls: () => null,
  'unknown properties': (index) => ({ [`name${index % 900}`]: index }),
  lists: () => [],
};

/** By what is in them. */
const lists = Object.entries(items).map(([name, make]) => ({
  name,
  list: Array.from({ length: mostValues }, (_unused, index) => make(index)),
}));

/** Schema and rules may each fill a list. */
const mostTold = 3 * mostIssues;
const mostCharacters = 300 * mostTold;

for (const entry of providers) {
  describe(`large bodies of ${entry.id}`, () => {
    it('are told about in a limited number of words', async () => {
      const { operations } = await entry.load();
      for (const operation of operations) {
        const { body } = operation.request;
        for (const pointer of body === undefined ? [] : listsOf(shapeOf(body), '')) {
          for (const { name, list } of lists) {
            const values = { body: setAt<JsonValue>({}, pointer, list) };
            const { issues } = validateRequest(operation, values, undefined, {
              references: 'refused',
              writtenBy: 'program',
              mostIssues,
            });
            const characters = issues.reduce((sum, { message }) => sum + message.length, 0);
            const where = `${operation.id} ${pointer} ${name}: ${issues.length} issues, ${characters} characters`;
            assert.ok(issues.length <= mostTold && characters <= mostCharacters, where);
          }
        }
      }
    });
  });
}

/** Pointers of lists that stand in no other list. */
function listsOf(shape: Shape, pointer: string): readonly string[] {
  switch (shape.kind) {
    case 'list':
      return [pointer];
    case 'object':
      return [...shape.properties].flatMap(([name, property]) => listsOf(property, `${pointer}/${name}`));
    case 'union':
      return [...new Set(shape.options.flatMap((option) => listsOf(option.shape, pointer)))];
    default:
      return [];
  }
}
