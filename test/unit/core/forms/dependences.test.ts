import assert from 'node:assert/strict';
import * as z from 'zod';
import { formFields } from '../../../../src/core/forms/formField';
import type { ObjectShape } from '../../../../src/core/forms/shapes/shape';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import type { FormField } from '../../../../src/protocol/form';

/* Fields that matter only with another one, wherever that stands: further out, further in, across lists. */

const way = z.enum(['mail', 'sms']).meta({ title: 'Way', labels: { mail: 'By mail' } });
const people = z.array(z.object({ way, name: z.string() })).meta({ title: 'People' });

/** What is said of the field `note` of a form. */
function saidOf(fields: readonly FormField[]): FormField['onlyWith'] {
  for (const field of fields) {
    if (field.key === 'note') return field.onlyWith;
    const item = field.kind === 'list' ? field.item : field;
    const found = item.kind === 'group' ? saidOf(item.fields) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const noted = (onlyWith: NonNullable<z.GlobalMeta['onlyWith']>) =>
  z.string().optional().meta({ title: 'Note', onlyWith });
const formOf = (body: z.ZodObject) => formFields(shapeOf(body) as ObjectShape);

describe('A field that matters only with another one', () => {
  it('names one two lists down', () => {
    const note = noted({ key: 'steps', item: ['people', 'way'], values: ['mail'] });
    const steps = z.array(z.object({ people }));
    assert.deepEqual(saidOf(formOf(z.object({ steps, note }))), {
      key: 'steps',
      item: ['people', 'way'],
      values: ['mail'],
      words: 'only where “Way” of “People” is By mail',
    });
  });

  it('names one two lists up', () => {
    const note = noted({ key: 'ordered', above: 2, values: [true] });
    const inner = z.array(z.object({ note }));
    const steps = z.array(z.object({ people: inner }));
    const ordered = z.boolean().meta({ title: 'In order' });
    assert.deepEqual(saidOf(formOf(z.object({ ordered, steps }))), {
      key: 'ordered',
      above: 2,
      values: [true],
      words: 'only where “In order” is on',
    });
  });

  it('names one in a list beside, two lists up and one down', () => {
    const note = noted({ key: 'people', item: 'way', above: 2 });
    const steps = z.array(z.object({ places: z.array(z.object({ note })) }));
    assert.deepEqual(saidOf(formOf(z.object({ people, steps }))), {
      key: 'people',
      above: 2,
      item: ['way'],
      words: 'only with “Way” of “People”',
    });
  });

  it('is always there where no name leads to one', () => {
    const note = noted({ key: 'steps', item: ['people', 'nobody'] });
    assert.equal(saidOf(formOf(z.object({ steps: z.array(z.object({ people })), note }))), undefined);
  });
});
