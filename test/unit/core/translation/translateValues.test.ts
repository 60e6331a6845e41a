import assert from 'node:assert/strict';
import type { RequestValues } from '../../../../src/core/operation';
import { getAt } from '../../../../src/core/requests/pointer';
import { type TranslatedValues, translateValues } from '../../../../src/core/translation/translateValues';
import type { TranslationBetween } from '../../../../src/core/translation/translation';
import { defineTranslator } from '../../../../src/kit/translation/defineTranslator';
import { createLetter, createParcel, letterToParcel } from '../../fixtures/toyTranslation';

describe('translateValues', () => {
  it('maps, fills, asks for and leaves out, and tells each', () => {
    const { values, report, issues } = translate({
      path: { desk: 'oak' },
      body: {
        subject: 'Hello',
        weight: 2,
        scent: 'rose',
        readers: [{ first: 'Ann', last: 'Ash', mail: 'a@b.example' }],
      },
    });
    assert.deepEqual(values, {
      path: { depot: '' },
      body: {
        label: 'Hello',
        speed: 'slow',
        language: 'en',
        grams: 2000,
        people: [{ name: 'Ann Ash', contact: { mail: 'a@b.example' } }],
      },
    });
    assert.deepEqual(report, {
      mapped: [
        { from: '/body/subject', to: '/body/label' },
        { from: '/body/weight', to: '/body/grams', note: 'From kilograms.' },
        { from: '/body/readers/0/first', to: '/body/people/0/name' },
        { from: '/body/readers/0/last', to: '/body/people/0/name' },
        { from: '/body/readers/0/mail', to: '/body/people/0/contact/mail' },
      ],
      filled: [
        { to: '/body/speed', why: 'What is not urgent has time.' },
        { to: '/body/language', why: 'Letters have no language.' },
      ],
      needed: [{ to: '/path/depot', why: 'A desk says nothing of the depot.' }],
      leftOut: [
        { from: '/path/desk', why: 'Parcels come from depots.' },
        { from: '/body/scent', why: 'Parcels smell of nothing.' },
      ],
    });
    assert.deepEqual(issues, []);
  });

  it('a default stands behind the value that it stands in for', () => {
    const { values, report } = translate({ body: { urgency: 'urgent' } });
    assert.deepEqual(values.body, { speed: 'fast', language: 'en' });
    assert.deepEqual(report.filled, [{ to: '/body/language', why: 'Letters have no language.' }]);
  });

  it('translates what it can of a request that is wrong, and says what is wrong', () => {
    const { values, report, issues } = translate({
      body: { subject: 'Hi', pages: 'many', readers: [{ first: 7 }, 'Ben', { first: 'Cay', seals: [1, 'x', 3] }] },
    });
    assert.deepEqual(values.body, {
      label: 'Hi',
      speed: 'slow',
      language: 'en',
      people: [{ name: 'Cay', stamps: [1, 3] }],
    });
    assert.deepEqual(
      report.leftOut.map(({ from }) => from),
      ['/body/pages', '/body/readers/0', '/body/readers/1', '/body/readers/2/seals/1'],
    );
    for (const { from, why } of report.leftOut) {
      const issue = issues.find(({ pointer }) => pointer.startsWith(from));
      assert.equal(why, issue?.message, from);
    }
    assert.deepEqual(
      report.mapped.map(({ from, to }) => [from, to]),
      [
        ['/body/subject', '/body/label'],
        ['/body/readers/2/first', '/body/people/0/name'],
        ['/body/readers/2/seals', '/body/people/0/stamps'],
      ],
    );
  });

  it('a {{name}} is kept as it is, and never converted', () => {
    const { values, report } = translate({ body: { subject: 'To {{who}}', weight: '{{kilos}}', pages: '{{pages}}' } });
    assert.deepEqual(values.body, { label: 'To {{who}}', speed: 'slow', language: 'en', sheets: '{{pages}}' });
    assert.deepEqual(report.leftOut, [
      {
        from: '/body/weight',
        why: 'It would have to be converted, and what the {{name}} stands for is not known here.',
      },
    ]);
  });

  it('a {{name}} that the first API fills in would stand for something elsewhere, and is not kept', () => {
    const own = translate({ body: { seal: 'On {{date}}' } });
    assert.equal(getAt(own.values, '/body/note'), undefined);
    assert.deepEqual(own.report.leftOut, [
      { from: '/body/seal', why: 'Its {{name}} is filled in by the first API alone.' },
    ]);
    const other = translate({ body: { seal: 'By {{who}}' } });
    assert.equal(getAt(other.values, '/body/note'), 'By {{who}}');
    const dated = defineTranslator<typeof createLetter, typeof createParcel>(({ body }, { map }) => [
      map('/body/seal', '/body/note', body?.seal?.replace('{{date}}', '[date]')),
    ]);
    const mapped = translateValues(dated, createLetter, createParcel, { body: { seal: 'On {{date}}' } });
    assert.deepEqual(mapped.values.body, { note: 'On [date]' });
  });

  it('what nobody documents, and sections that the call does not take, are left out', () => {
    const { report } = translate({ body: { subject: 'Hi', ribbon: { color: 'red', width: 2 } } });
    assert.deepEqual(report.leftOut, [{ from: '/body/ribbon', why: 'It is not documented.' }]);
    const { request, ...call } = createLetter;
    const takesNoQuery = { ...call, request: { path: request.path, body: request.body } };
    const other = translateValues(letterToParcel, takesNoQuery, createParcel, { query: { a: '1' } });
    assert.deepEqual(other.report.leftOut, [{ from: '/query/a', why: 'The call takes no query; it is not sent.' }]);
  });

  it('an empty request becomes one to begin with', () => {
    for (const given of [{}, { path: {}, query: {}, body: {} }]) {
      const { values, report } = translate(given);
      assert.deepEqual(values, { path: { depot: '' }, body: { speed: 'slow', language: 'en' } });
      assert.deepEqual([report.mapped, report.leftOut], [[], []]);
    }
  });

  it('of two steps for one place the second comes to nothing, and its value is not lost silently', () => {
    const twice = defineTranslator<typeof createLetter, typeof createParcel>((_values, { keep }) => [
      keep('/body/subject', '/body/label'),
      keep('/body/scent', '/body/label'),
    ]);
    const { values, report } = translateValues(twice, createLetter, createParcel, {
      body: { subject: 'a', scent: 'b' },
    });
    assert.deepEqual(values.body, { label: 'a' });
    assert.deepEqual(
      report.leftOut.map(({ from }) => from),
      ['/body/scent'],
    );
  });

  it('places, values and ids that do not fit do not compile', () => {
    defineTranslator<typeof createLetter, typeof createParcel>((_values, { keep, map, fill, need, leave }) => [
      // @ts-expect-error there is no such field in the first request
      keep('/body/topic', '/body/label'),
      // @ts-expect-error there is no such field in the second request
      keep('/body/subject', '/body/title'),
      // @ts-expect-error a text is no number
      keep('/body/subject', '/body/grams'),
      // @ts-expect-error a text is none of the choices
      map('/body/scent', '/body/speed', 'sideways'),
      // @ts-expect-error a list has places, not names
      map('/body/readers/first', '/body/label', 'x'),
      // @ts-expect-error not of this type
      fill('/body/sheets', 'one', ''),
      // @ts-expect-error there is no such section
      need('/query/depot', ''),
      // @ts-expect-error there is no such field
      leave('/body/smell', ''),
      leave('/body/readers/0/seals/1', ''),
    ]);
    const ids = { from: 'ink/create-letter', to: 'twine/create-parcel', title: '' } as const;
    const load = async () => letterToParcel;
    ({ ...ids, load }) satisfies TranslationBetween<typeof createLetter, typeof createParcel>;
    // @ts-expect-error there is no such operation
    ({ ...ids, load, from: 'ink/write-letter' }) satisfies TranslationBetween<typeof createLetter, typeof createParcel>;
    // @ts-expect-error the way back is another translation
    ({ from: ids.to, to: ids.from, title: '', load }) satisfies TranslationBetween<
      typeof createParcel,
      typeof createLetter
    >;
  });
});

function translate(given: RequestValues): TranslatedValues {
  return translateValues(letterToParcel, createLetter, createParcel, given);
}
