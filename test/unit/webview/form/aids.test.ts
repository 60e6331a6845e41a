import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextForm } from '../../../../src/protocol/form';
import { languageName } from '../../../../src/protocol/words/languageName';
import { describePhone } from '../../../../src/vscode/requests/form/describePhone';
import { hexOf, withHex } from '../../../../webview/form/aids/colors';
import { dayInWords, pickedOf, withPicked } from '../../../../webview/form/aids/dates';
import { listedTexts, zoneInWords } from '../../../../webview/form/aids/listedTexts';

describe('A date that is picked', () => {
  const cases: readonly (readonly [like: string, kind: 'date' | 'date-time', picked: string, text: string])[] = [
    ['2026-01-31', 'date', '2027-02-28', '2027-02-28'],
    ['', 'date', '2027-02-28', '2027-02-28'],
    ['', 'date-time', '2027-02-28T09:30', '2027-02-28T09:30:00Z'],
    ['2026-01-31T12:00:00.123+02:00', 'date-time', '2027-02-28T09:30', '2027-02-28T09:30:00.123+02:00'],
    ['/Date(1893456000000)/', 'date-time', '2030-01-02T00:00', '/Date(1893542400000)/'],
    ['1893456000', 'date-time', '2030-01-02T00:00', '1893542400'],
    ['1893456000000', 'date-time', '2030-01-02T00:00', '1893542400000'],
    ['2018-12-01', 'date-time', '2030-01-02T00:00', '2030-01-02'],
  ];
  for (const [like, kind, picked, text] of cases)
    it(`is written like ${like || `a new ${kind}`}`, () => assert.equal(withPicked(picked, like, kind), text));

  it('and not changed leaves the text as it is, whatever its zone or way to count', () => {
    const time = fc.date({ min: new Date('2002-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    const writers: readonly ((at: Date) => string)[] = [
      (at) => at.toISOString(),
      (at) => at.toISOString().replace('Z', '+05:30'),
      (at) => at.toISOString().slice(0, 16),
      (at) => `/Date(${Math.floor(at.getTime() / 60_000) * 60_000})/`,
      (at) => String(Math.floor(at.getTime() / 60_000) * 60),
    ];
    fc.assert(
      fc.property(time, fc.constantFrom(...writers), (at, write) => {
        const text = write(at);
        const picked = pickedOf(text, 'date-time') ?? '';
        assert.equal(withPicked(picked, text, 'date-time'), text);
      }),
    );
  });

  it('is said as a day', () => {
    assert.match(dayInWords('2026-01-31T12:00:00Z'), /^Saturday,? 31 January 2026$/);
    assert.equal(dayInWords('soon'), '');
    assert.equal(dayInWords('2026-99-99'), '');
  });
});

it('colours keep how they are written', () => {
  const picked = (like: string) => withHex('#7c95f4', like);
  assert.deepEqual(['#000000', '000000', '#ABCDEF', 'red', ''].map(picked), [
    '#7c95f4',
    '7c95f4',
    '#7C95F4',
    '#7c95f4',
    '#7c95f4',
  ]);
  assert.deepEqual(['#abc', 'ABCDEF', 'red', ''].map(hexOf), ['#aabbcc', '#abcdef', undefined, undefined]);
  assert.deepEqual(['255,0,128', '255, 0, 128', '256,0,0', '1,2'].map(hexOf), [
    '#ff0080',
    '#ff0080',
    undefined,
    undefined,
  ]);
  assert.equal(picked('0,0,0'), '124,149,244');
});

it('languages have names', () => {
  assert.deepEqual(
    ['fr', 'fr_CA', 'de-AT', '', 'not a code', 'en'].map((code) => languageName(code)),
    ['French', 'Canadian French', 'Austrian German', '', '', 'English'],
  );
  assert.deepEqual([languageName('fr', 'de'), languageName('', 'de')], ['Französisch', '']);
});

it('phone numbers are said with their country', () => {
  assert.equal(describePhone('+33612345678'), 'France · +33 6 12 34 56 78');
  assert.equal(describePhone('+33612345678', 'de'), 'Frankreich · +33 6 12 34 56 78');
  assert.equal(describePhone('+33 6 12 34 56 78'), 'France · +33 6 12 34 56 78 · E.164: +33612345678');
  assert.match(describePhone('0612345678'), /^No country can be told/);
  assert.match(describePhone('+331'), /no number of this country|No country/);
});

describe('Texts that everybody knows', () => {
  const values = (form: TextForm, like = '') => listedTexts(form, like).map(({ value }) => value);

  it('are the countries, by code or by name as the API writes them', () => {
    const codes = values('country', 'FR');
    for (const code of ['FR', 'US', 'GB', 'CA', 'XK', 'TL']) assert.ok(codes.includes(code), code);
    // Former codes, unions and codes for tests.
    for (const code of ['UK', 'SU', 'DD', 'BU', 'EU', 'UN', 'ZZ', 'XA']) assert.ok(!codes.includes(code), code);
    assert.ok(codes.length > 240 && codes.length < 255, `${codes.length}`);
    assert.ok(values('country', 'France').includes('Germany'));
    assert.equal(new Set(codes).size, codes.length);
  });

  it('are time zones and currencies', () => {
    for (const zone of ['UTC', 'Europe/Paris', 'America/New_York']) assert.ok(values('time-zone').includes(zone), zone);
    for (const currency of ['USD', 'EUR', 'JPY']) assert.ok(values('currency').includes(currency), currency);
    assert.deepEqual(values('email'), []);
  });

  it('say how a time zone goes, and that there is none', () => {
    assert.match(zoneInWords('Asia/Tokyo'), /^now GMT\+9$/);
    assert.match(zoneInWords('Europe/Pari'), /^No time zone is called that/);
    assert.deepEqual(['', '{{zone}}'].map(zoneInWords), ['', '']);
  });
});
