import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownSpelling } from '../../../../src/core/forms/pasted/foreignVariables';
import type { RequestValues } from '../../../../src/core/operation';
import { addVariable } from '../../../../src/core/requests/editing/addVariable';
import { DynamicValues, dynamicVariables, isDynamic } from '../../../../src/core/requests/references/dynamicVariables';
import { describeVariables, previewVariables } from '../../../../src/core/requests/references/previewVariables';
import { isOwnReference } from '../../../../src/core/requests/references/reference';
import { resolveReferences } from '../../../../src/core/requests/references/references';
import { unknownVariables } from '../../../../src/core/requests/references/unknownVariables';
import { readVariablesFile, variablesFor } from '../../../../src/core/requests/references/variablesFile';
import { createEnvelope } from '../../fixtures/testProvider';

const now = Date.parse('2026-01-31T23:30:00Z');

function made(name: string, random = () => 0.5): string | undefined {
  return new DynamicValues({ now: () => now, random }).at(name, '/body/a');
}

describe('variables that are made when a request is sent', () => {
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['$timestamp', String(now / 1000)],
    ['$timestamp -1h', String(now / 1000 - 3600)],
    ['$isoTimestamp', '2026-01-31T23:30:00.000Z'],
    ['$isoTimestamp +30m', '2026-02-01T00:00:00.000Z'],
    ['$date', '2026-01-31'],
    ['$date +3d', '2026-02-03'],
    ['$date -2w', '2026-01-17'],
    // There is no 31st of February.
    ['$date +1M', '2026-02-28'],
    ['$date +1y', '2027-01-31'],
  ];
  for (const [name, value] of rows) it(`{{${name}}}`, () => assert.equal(made(name), value));

  it('are days and times with a year of four digits, however far away, or none', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(999, 9_999, 99_999));
    fc.assert(
      fc.property(count, fc.constantFrom(...'smhdwMy'), fc.constantFrom('+', '-'), (amount, unit, sign) => {
        const offset = `${sign}${amount}${unit}`;
        assert.match(made(`$date ${offset}`) ?? '0000-00-00', /^\d{4}-\d\d-\d\d$/);
        assert.match(made(`$isoTimestamp ${offset}`) ?? '0000-00-00T', /^\d{4}-\d\d-\d\dT/);
      }),
    );
    assert.equal(made('$date +999y'), '3025-01-31');
    for (const offset of ['+9999y', '+99999M', '+99999999999d']) assert.equal(made(`$date ${offset}`), undefined);
  });

  it('are of the form that they promise, whatever chance says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (chance) => {
        const random = () => chance;
        assert.match(made('$uuid', random) ?? '', /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        assert.match(made('$randomEmail', random) ?? '', /^[^@\s]+@example\.com$/);
        assert.ok(Number(made('$randomInt', random)) <= 1000);
        assert.ok(made('$randomFirstName', random));
        assert.ok(made('$randomLastName', random));
      }),
    );
  });

  it('are made anew for each place, and once for each', () => {
    const values: RequestValues = { body: { a: '{{$uuid}} {{$uuid}}', b: '{{ $uuid }}' } };
    const dynamic = new DynamicValues();
    const resolve = () => resolveReferences(values, { variables: {}, credentials: undefined, dynamic });
    const first = resolve();
    assert.ok(first.kind === 'resolved');
    assert.equal(new Set(JSON.stringify(first.values).match(/[\da-f-]{36}/g)).size, 3);
    assert.deepEqual(resolve(), first);
  });

  it('stay a number in the place of one', () => {
    const dynamic = new DynamicValues({ now: () => now, random: Math.random });
    const known = { variables: {}, credentials: undefined, dynamic };
    assert.deepEqual(resolveReferences({ body: { at: '{{$timestamp}}', text: 'at {{$timestamp}}' } }, known), {
      kind: 'resolved',
      values: { body: { at: now / 1000, text: `at ${now / 1000}` } },
    });
  });

  it('are all there is to choose from, and nothing else is one', () => {
    for (const { name } of dynamicVariables()) assert.ok(isDynamic(name), name);
    for (const name of ['$dotenv X', '$uuid2', 'uuid', '$date 3d', '$date +3x', '$constructor', '']) {
      assert.ok(!isDynamic(name), name);
    }
  });

  for (const [foreign, own] of [
    ['{{$guid}}', '{{$uuid}}'],
    ['{{$randomUUID}}', '{{$uuid}}'],
    ['{{$random.uuid}}', '{{$uuid}}'],
    ['{{$random.email}}', '{{$randomEmail}}'],
    ['{{$datetime iso8601}}', '{{$isoTimestamp}}'],
    ['{{$timestamp}}', '{{$timestamp}}'],
    ['{{$dotenv LAST}}', '{{LAST}}'],
    ['{{ first name }}', '{{first_name}}'],
    ['{{ email }}', '{{ email }}'],
    ['{{$constructor}}', '{{constructor}}'],
  ] as const) {
    it(`${foreign} of another tool is ${own}`, () => {
      assert.equal(ownSpelling(foreign), own);
      assert.ok(isOwnReference(own));
    });
  }
});

describe('esign.env.json', () => {
  const text = `{
    "$schema": "x", "order": 1, "big": 12345678901234567890, "live": true, "name": "Ann",
    "$shared": { "city": "Bern" },
    "emulator": { "name": "Emu" }, "production": { "document": "d-1" }
  }`;

  it('has variables of all connections, and those of one', () => {
    const file = readVariablesFile(text);
    assert.deepEqual(file.faults, []);
    assert.deepEqual(variablesFor(file, 'emulator'), {
      order: '1',
      big: '12345678901234567890',
      live: 'true',
      name: 'Emu',
      city: 'Bern',
    });
    assert.equal(variablesFor(file, 'production')['document'], 'd-1');
    assert.equal(variablesFor(file, '__proto__')['name'], 'Ann');
  });

  it('has those that are called as members of every object, and no others of them', () => {
    const file = readVariablesFile(
      '{ "__proto__": "p", "$shared": { "constructor": "c" }, "emulator": { "toString": "t" } }',
    );
    const variables = variablesFor(file, 'emulator');
    assert.deepEqual(Object.entries(variables), [
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 't'],
    ]);
  });

  it('leaves out what is a secret by its name or its looks, and says where it belongs', () => {
    const secrets = { apiKey: 'x', password: 'x', access_token: 'x', a: 'eyJhbGciOiJI.x', b: 'Bearer 0123456789' };
    const file = readVariablesFile(JSON.stringify({ ...secrets, emulator: secrets, role: 'Signer 1' }));
    assert.deepEqual(variablesFor(file, 'emulator'), { role: 'Signer 1' });
    assert.equal(file.faults.length, 10);
    assert.equal(
      file.faults[0]?.message,
      '"apiKey" looks like a secret and is left out: enter it as a credential of the connection.',
    );
  });

  it('says what it cannot take, and where', () => {
    const file = readVariablesFile('{ "a b": 1, "list": [], "none": null, "ok": "x" }');
    assert.deepEqual(
      file.faults.map(({ pointer }) => pointer),
      ['/a b', '/list', '/none'],
    );
    assert.deepEqual(file.shared, { ok: 'x' });
    for (const broken of ['', '[]', '{', '"x"']) assert.equal(readVariablesFile(broken).faults.length, 1, broken);
  });
});

describe('a variable that is added to the file', () => {
  for (const [before, after] of [
    [undefined, '{\n  "id": "d-1"\n}\n'],
    ['', '{\n  "id": "d-1"\n}\n'],
    ['{ "id": "old", "emulator": { "id": "own" } }', '{ "id": "d-1", "emulator": { "id": "own" } }'],
  ] as const) {
    it(`to ${before ?? 'no file'}`, () =>
      assert.deepEqual(addVariable(before, 'id', 'd-1'), { kind: 'added', text: after }));
  }

  it('is not, where it is a secret or the file cannot be read', () => {
    for (const [text, name, value] of [
      ['{}', 'password', 'x'],
      ['{}', 'id', 'Bearer 0123456789'],
      ['{', 'id', 'x'],
      ['[]', 'id', 'x'],
    ] as const) {
      assert.equal(addVariable(text, name, value).kind, 'refused', `${text} ${name}`);
    }
  });
});

describe('variables that nobody has', () => {
  it('are offered to be added, secrets never', () => {
    const body = { a: '{{newcomer}}', b: '{{api_password}}' };
    assert.deepEqual(
      unknownVariables(createEnvelope, { body }, {}).map(({ variable }) => variable),
      ['newcomer', undefined],
    );
  });

  const values = {
    path: { envelope_id: '{{envelop}}' },
    body: { invites: [{ email: '{{$randomEmail}}', first_name: '{{credentials.user}} {{name}} {{nobody}}' }] },
  };

  it('are told where they stand, with the name that is near', () => {
    const issues = unknownVariables(createEnvelope, values, { envelope: 'e-1', name: 'Ann' });
    assert.deepEqual(
      issues.map(({ pointer, mend }) => [pointer, mend?.edits]),
      [
        ['/path/envelope_id', [{ kind: 'set', pointer: '/path/envelope_id', value: '{{envelope}}' }]],
        ['/body/invites/0/first_name', undefined],
      ],
    );
  });
});

describe('what variables stand for, beside their fields', () => {
  const preview = (text: string, variables = {}) =>
    previewVariables(createEnvelope, { path: { envelope_id: text } }, variables)['/path/envelope_id'];
  const secret = `eyJ${'0'.repeat(20)}.x`;

  for (const [text, told] of [
    ['{{ id }}', '{{id}} is d-1'],
    ['{{id}}-{{empty}}-{{id}}', '{{id}} is d-1 · {{empty}} is empty'],
    ['{{$date +3d}}', '{{$date +3d}} is the day of today +3d, made when it is sent'],
    ['{{$uuid}}', '{{$uuid}} is a new UUID, made when it is sent'],
    ['{{credentials.user}}', '{{credentials.user}} is a secret of the connection'],
    ['{{password}}', '{{password}} is ••••••'],
    ['{{looks}}', '{{looks}} is ••••••'],
    ['{{nobody}}', undefined],
    ['{{constructor}}', undefined],
    ['plain', undefined],
  ] as const) {
    it(text, () => assert.equal(preview(text, { id: 'd-1', empty: '', password: 'hunter2', looks: secret }), told));
  }

  it('name no secret where there is something to choose from', () => {
    const described = describeVariables({ id: 'd-1', password: 'hunter2', looks: secret });
    assert.deepEqual(described.slice(0, 3), [
      { name: 'id', says: 'd-1' },
      { name: 'password', says: '••••••' },
      { name: 'looks', says: '••••••' },
    ]);
    assert.ok(described.some(({ name }) => name === '$uuid'));
  });
});
