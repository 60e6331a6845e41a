import assert from 'node:assert/strict';
import * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import { defineOperation, defineRule, type Operation, type RequestValues } from '../../../../src/core/operation';
import { addMember, createEnvelope, getEnvelope } from '../../fixtures/testProvider';

const signer = { email: 'ann@example.com', order: 1, method: 'none' };
const path = { envelope_id: 'e-1' };
const valid: RequestValues = { path, body: { invites: [signer] } };

function withBody(body: object): RequestValues {
  return { path, body: { invites: [signer], ...body } as never };
}

function withSigners(...signers: readonly object[]): RequestValues {
  return { path, body: { invites: signers.map((part) => ({ ...signer, ...part })) } as never };
}

interface Case {
  readonly name: string;
  readonly values: RequestValues;
  readonly operation?: Operation;
  readonly facts?: unknown;
  /** Pointer, code and the whole message. */
  readonly issues: readonly (readonly [pointer: string, code: string, message: string])[];
}

function check({ operation = createEnvelope, values, facts, issues }: Case): void {
  const found = validateRequest(operation, values, facts).issues;
  assert.deepEqual(
    found.map(({ pointer, code, message }) => [pointer, code, message]),
    issues,
  );
}

describe('validateRequest: schemas', () => {
  const cases: readonly Case[] = [
    { name: 'the smallest valid request', values: valid, issues: [] },
    {
      name: 'nothing at all',
      values: {},
      issues: [
        ['/path/envelope_id', 'required', 'Envelope ID is required.'],
        ['/body/invites', 'required', 'Signers ("invites") is required.'],
      ],
    },
    {
      name: 'missing properties of an item',
      values: { path, body: { invites: [{ order: 1 }] } },
      issues: [
        ['/body/invites/0/email', 'required', 'E-mail is required.'],
        ['/body/invites/0/method', 'required', 'Method is required.'],
      ],
    },
    {
      name: 'an empty text',
      values: { ...valid, path: { envelope_id: '' } },
      issues: [['/path/envelope_id', 'too_small', 'Envelope ID must not be empty.']],
    },
    {
      name: 'an address that is none',
      values: withSigners({ email: 'ann' }),
      issues: [
        ['/body/invites/0/email', 'invalid_format', 'E-mail must be an e-mail address of at most 150 characters.'],
      ],
    },
    {
      name: 'a text that is too long',
      values: withBody({ title: 'x'.repeat(11) }),
      issues: [['/body/title', 'too_big', 'Title must have at most 10 characters; it has 11.']],
    },
    {
      name: 'a number out of range',
      values: withBody({ expiration: 46 }),
      issues: [['/body/expiration', 'too_big', 'Link expiration must be 15 to 45, or empty.']],
    },
    {
      name: 'a text where a number is due',
      values: withBody({ expiration: '20' }),
      issues: [['/body/expiration', 'invalid_type', '"20" is text; write 20.']],
    },
    {
      name: 'a number below its minimum',
      values: withSigners({ order: 0 }),
      issues: [['/body/invites/0/order', 'too_small', 'Order must be 1 or more.']],
    },
    {
      name: 'a fraction where whole numbers are due',
      values: withSigners({ order: 1.5 }),
      issues: [['/body/invites/0/order', 'invalid_type', 'Order must be a whole number of 1 or more.']],
    },
    {
      name: 'numbers between the steps and at an excluded end',
      values: withBody({ weight: 0.7 }),
      issues: [['/body/weight', 'not_multiple_of', 'Weight must be a number of more than 0, a multiple of 0.5.']],
    },
    {
      name: 'an unknown choice',
      values: withSigners({ method: 'smss' }),
      issues: [['/body/invites/0/method', 'invalid_value', 'Method must be none or sms (did you mean "sms"?).']],
    },
    {
      name: 'a flag that is none',
      values: withSigners({ force: 2 }),
      issues: [['/body/invites/0/force', 'invalid_value', 'Force new signature must be 0 or 1.']],
    },
    {
      name: 'an open list of values',
      values: withBody({ language: 'de' }),
      issues: [],
    },
    {
      name: 'a number for an open list of values',
      values: withBody({ language: 1 }),
      issues: [['/body/language', 'invalid_union', '1 is a number; write "1".']],
    },
    {
      name: 'a pattern, told by its example',
      values: withBody({ pin: 'abc' }),
      issues: [['/body/pin', 'invalid_format', 'PIN does not have the form of "0815".']],
    },
    {
      name: "the schema's own sentence",
      values: withBody({ color: 'red' }),
      issues: [['/body/color', 'invalid_format', 'Enter a color such as #ff8800.']],
    },
    {
      name: 'an address of a page',
      values: withBody({ redirect_url: 'example' }),
      issues: [
        ['/body/redirect_url', 'invalid_format', 'Redirect URL must be an address such as https://example.com.'],
      ],
    },
    {
      name: 'an empty list',
      values: { path, body: { invites: [] } },
      issues: [['/body/invites', 'too_small', 'Signers must have at least 1 signer.']],
    },
    {
      name: 'a list that is too long',
      values: withBody({ cc: ['a@b.co', 'b@b.co', 'c@b.co'] }),
      issues: [['/body/cc', 'too_big', 'Copies must have at most 2 copies; it has 3.']],
    },
    {
      name: 'an item of a list',
      values: withBody({ cc: ['a@b.co', 'b'] }),
      issues: [['/body/cc/1', 'invalid_format', 'Copy 2 must be an e-mail address.']],
    },
    {
      name: 'a list that is none',
      values: { path, body: { invites: 'ann' } },
      issues: [['/body/invites', 'invalid_type', '"ann" is text; Signers must be a list.']],
    },
    {
      name: 'null where it means something, and where not',
      values: { path, body: { invites: [{ ...signer, check: null, email: null }], expiration: null } },
      issues: [
        [
          '/body/invites/0/email',
          'invalid_type',
          'E-mail is null; it must be an e-mail address of at most 150 characters.',
        ],
      ],
    },
    {
      name: 'the fields of the variant that was chosen',
      values: withSigners({ check: { type: 'phone', phone: '12' } }),
      issues: [
        ['/body/invites/0/check/phone', 'invalid_format', 'Phone must be a phone number such as +33612345678.'],
        ['/body/invites/0/check/method', 'required', 'Method is required.'],
      ],
    },
    {
      name: 'no such variant',
      values: withSigners({ check: { type: 'fax' } }),
      issues: [['/body/invites/0/check/type', 'invalid_value', 'Type must be password or phone.']],
    },
    {
      name: 'a variant without its telling property',
      values: withSigners({ check: {} }),
      issues: [['/body/invites/0/check/type', 'required', 'Type is required.']],
    },
    {
      name: 'the nearest of several shapes',
      values: withBody({ contact: { first_name: 'Ann' } }),
      issues: [['/body/contact/lastName', 'required', 'Last name is required.']],
    },
    {
      name: 'no shape at all',
      operation: addMember,
      values: { body: {} },
      issues: [['/body', 'invalid_union', 'Body must be Person or User.']],
    },
    {
      name: 'a body that is null',
      values: { path, body: null },
      issues: [['/body', 'invalid_type', 'Body is null; it must be an object.']],
    },
    {
      name: 'a query that is null',
      operation: {
        ...getEnvelope,
        request: { path: getEnvelope.request.path, query: z.object({ a: z.string().optional() }) },
      },
      values: { path, query: null as never },
      issues: [['/query', 'invalid_type', 'Query is null; leave it out.']],
    },
    {
      name: 'a body that is left out',
      operation: addMember,
      values: {},
      issues: [['/body', 'required', 'Body is required.']],
    },
    {
      name: 'a body of the nearest shape',
      operation: addMember,
      values: { body: { first_name: 'Ann', phone: '1' } },
      issues: [['/body/phone', 'invalid_format', 'Phone must be a phone number such as +33612345678.']],
    },
    {
      name: 'values of free names',
      values: withBody({ tags: { 'a/b': 1, ok: 'x' }, extra: [{ free: true }] }),
      issues: [['/body/tags/a~1b', 'invalid_type', '1 is a number; write "1".']],
    },
    {
      name: 'a body and a path of the wrong kind',
      values: { path: 'x' as never, body: [1, 2] },
      issues: [
        ['/path', 'invalid_type', '"x" is text; Path must be an object.'],
        ['/body', 'invalid_type', 'Body is a list; it must be an object.'],
      ],
    },
    {
      name: 'a section that the call does not take, and an empty one',
      operation: getEnvelope,
      values: { path, query: {}, body: { a: 1 } },
      issues: [['/body', 'unexpected_section', 'The call takes no body; it is not sent.']],
    },
    {
      name: 'properties that nobody documents',
      values: withSigners({ emial: 'x', toString: 1, check: { type: 'password', password: 'x', phone: 'y' } }),
      issues: [
        ['/body/invites/0/emial', 'unknown_key', '"emial" is not documented here. Did you mean "email"?'],
        ['/body/invites/0/toString', 'unknown_key', '"toString" is not documented here; it is sent as it stands.'],
        ['/body/invites/0/check/phone', 'unknown_key', '"phone" is not documented here; it is sent as it stands.'],
      ],
    },
  ];
  for (const one of cases) it(`reports ${one.name}`, () => check(one));
});

describe('validateRequest: rules', () => {
  const cases: readonly Case[] = [
    {
      name: 'a rule',
      values: withSigners({}, { order: 2 }),
      issues: [['/body/invites/1/email', 'email-twice', 'This address is used twice.']],
    },
    {
      name: 'a rule beside slips elsewhere, at its own place in the list',
      values: { path, body: { invites: [signer, 5, { ...signer, order: 0 }] as never } },
      issues: [
        ['/body/invites/1', 'invalid_type', '5 is a number; Signer 2 must be an object.'],
        ['/body/invites/2/order', 'too_small', 'Order must be 1 or more.'],
        ['/body/invites/2/email', 'email-twice', 'This address is used twice.'],
      ],
    },
    {
      name: 'no rule about values that broke their schema',
      values: withSigners({ method: 'sms', first_name: 7 }, { email: 'b@example.com' }),
      issues: [['/body/invites/0/first_name', 'invalid_type', '7 is a number; write "7".']],
    },
    {
      name: 'a rule that knows the document',
      values: valid,
      facts: { owner: 'ann@example.com' },
      issues: [['/body/invites/0/email', 'owner-signs', 'This is the owner.']],
    },
    {
      name: 'no rule about references',
      values: withSigners({ email: '{{ mail }}', method: 'sms', first_name: '{{name}}' }, { email: '{{ mail }}' }),
      issues: [],
    },
  ];
  for (const one of cases) it(`reports ${one.name}`, () => check(one));

  it('sees nothing of a value whose form cannot be told', () => {
    const request = {
      body: z.object({
        check: z.discriminatedUnion('type', [
          z.object({ type: z.literal('phone'), text: z.string() }),
          z.object({ type: z.literal('code'), text: z.string().optional() }),
        ]),
      }),
    };
    const seen: unknown[] = [];
    const look = (value: unknown) => {
      seen.push(value);
      return [];
    };
    const operation: Operation = {
      ...createEnvelope,
      request,
      rules: [
        defineRule<typeof request>({
          failure: 'taken',
          statement: 'Looks.',
          check: ({ body }) => look(body?.check),
        }),
      ],
    };
    for (const type of [1, 'other', '{{type}}', null]) {
      const found = validateRequest(operation, { body: { check: { type, text: 1 } } as never });
      assert.deepEqual(
        found.issues.map(({ pointer }) => pointer),
        type === '{{type}}' ? [] : ['/body/check/type'],
      );
    }
    assert.deepEqual(seen, [undefined, undefined, undefined, undefined]);
  });

  it('has the severity of the rule', () => {
    const { issues } = validateRequest(createEnvelope, withSigners({}, {}), { owner: 'ann@example.com' });
    assert.deepEqual(
      issues.map(({ code, severity }) => [code, severity]),
      [
        ['email-twice', 'error'],
        ['owner-signs', 'warning'],
        ['owner-signs', 'warning'],
      ],
    );
  });
});

describe('validateRequest: references', () => {
  const accepted: readonly Case[] = [
    {
      name: 'in place of texts, numbers, choices and flags',
      values: {
        path: { envelope_id: '{{id}}' },
        query: { notify: '{{notify}}' as never },
        body: {
          invites: [
            {
              email: '{{ mail }}',
              order: '{{order}}',
              method: '{{method}}',
              force: '{{force}}',
              check: { type: '{{check}}' },
            },
          ],
          expiration: '{{minutes}}',
          redirect_url: 'https://{{host}}/signed',
          pin: '{{credentials.pin}}',
        },
      },
      issues: [],
    },
    {
      name: 'never in place of a list or an object',
      values: { path, body: { invites: '{{signers}}' } },
      issues: [['/body/invites', 'invalid_type', '"{{signers}}" is text; Signers must be a list.']],
    },
    {
      name: 'not within a number',
      values: withSigners({ order: '1{{zeros}}' }),
      issues: [['/body/invites/0/order', 'invalid_type', 'Order must be a whole number of 1 or more.']],
    },
  ];
  for (const one of accepted) it(`stand ${one.name}`, () => check(one));

  it('are texts like any other where values are final', () => {
    const { issues } = validateRequest(
      createEnvelope,
      withSigners({ email: '{{mail}}', order: '{{order}}' }),
      undefined,
      {
        references: 'refused',
      },
    );
    assert.deepEqual(
      issues.map(({ pointer }) => pointer),
      ['/body/invites/0/email', '/body/invites/0/order'],
    );
  });
});

describe('validateRequest: second forms', () => {
  const coerced: [name: string, values: RequestValues, expected: RequestValues][] = [
    ['a number in quotes', withSigners({ order: '2' }), withSigners({ order: 2 })],
    ['a flag in quotes', withSigners({ force: '1' }), withSigners({ force: 1 })],
    [
      'a boolean in quotes',
      { ...valid, query: { notify: 'true', limit: '5' } },
      { ...valid, query: { notify: true, limit: 5 } },
    ],
  ];
  for (const [name, values, expected] of coerced) {
    it(`accept ${name} and send it without`, () => {
      const before = structuredClone(values);
      const { values: read, issues } = validateRequest(createEnvelope, values);
      assert.deepEqual({ read, issues }, { read: { query: {}, ...expected }, issues: [] });
      assert.deepEqual(values, before);
    });
  }

  for (const order of ['', ' 2', '2.0', '02', 'two', '0x10', '1e3', 'NaN', 'Infinity', '99999999999999999999']) {
    it(`leave "${order}" for the schema to refuse`, () => {
      const { issues } = validateRequest(createEnvelope, withSigners({ order }));
      assert.equal(issues[0]?.pointer, '/body/invites/0/order');
    });
  }

  it('keep what nobody documents', () => {
    const values = JSON.parse('{"path":{"envelope_id":"e"},"body":{"invites":[],"free":1,"__proto__":{"a":1}}}');
    assert.equal(JSON.stringify(validateRequest(createEnvelope, values).values.body), JSON.stringify(values.body));
  });
});

describe('validateRequest: any JSON', () => {
  it('is answered with issues, the same ones every time', () => {
    const random = generator(7);
    for (let round = 0; round < 400; round += 1) {
      const values = { path: anyJson(random, 3), query: anyJson(random, 2), body: anyJson(random, 6) } as RequestValues;
      const operation = round % 3 === 0 ? addMember : createEnvelope;
      const before = JSON.stringify(values);
      const first = validateRequest(operation, values, anyJson(random, 2));
      for (const { pointer, message } of first.issues)
        assert.match(`${pointer} ${message}`, /^\/(path|query|body)\S* .+\.$|^\/\S* .+\?$/);
      assert.equal(JSON.stringify(values), before);
      const again = validateRequest(operation, first.values);
      assert.deepEqual(again.values, first.values, 'reading twice changes nothing');
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  const crafted: [name: string, body: () => unknown][] = [
    ['nested 100,000 levels', () => JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['nested in a free property', () => ({ extra: JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) })],
    [
      'many unknown properties',
      () => Object.fromEntries(Array.from({ length: 5000 }, (_item, index) => [`emai${index}`, 1])),
    ],
    ['a long unknown property', () => ({ ['e'.repeat(1_000_000)]: 1 })],
    ['a long address', () => ({ invites: [{ ...signer, email: '@'.repeat(200_000) }] })],
    ['half a reference', () => ({ invites: [{ ...signer, email: '{{ '.repeat(100_000) }] })],
    [
      'names of prototypes',
      () => JSON.parse('{"invites":[{"__proto__":{"polluted":1},"constructor":1}],"__proto__":{"polluted":true}}'),
    ],
  ];
  for (const [name, body] of crafted) {
    it(`may be ${name}`, () => {
      const { issues } = validateRequest(createEnvelope, { path, body: body() as never });
      assert.ok(issues.length > 0);
      assert.ok(issues.every(({ message }) => message.length < 300));
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    });
  }
});

/** A small generator of pseudo random numbers, the same for every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const keys = [
  'invites',
  'email',
  'order',
  'method',
  'check',
  'type',
  'contact',
  'user',
  'phone',
  'documents',
  '__proto__',
  'constructor',
  'extra',
  'tags',
  'cc',
  'polluted',
];
const scalars = [null, true, 0, 1, -1, 1e21, '', 'phone', 'password', '{{x}}', 'ann@example.com', '\u0000', '1'];

function anyJson(random: () => number, depth: number): unknown {
  const pick = random();
  if (depth === 0 || pick < 0.25) return scalars[Math.floor(random() * scalars.length)];
  const length = Math.floor(random() * 5);
  const items = Array.from({ length }, () => anyJson(random, depth - 1));
  if (pick < 0.45) return items;
  return Object.fromEntries(items.map((item) => [keys[Math.floor(random() * keys.length)], item]));
}

describe('validateRequest: more problems than anybody reads', () => {
  const many = Array.from({ length: 30_000 }, (_unused, index) => index);
  const request = {
    body: z.object({
      items: z.array(z.object({ order: z.int().optional(), envelope_id: z.string().optional() })),
    }),
  };
  const operation = defineOperation({
    id: 'test/many',
    title: 'Many',
    summary: 'Takes many items.',
    method: 'POST',
    path: '/items',
    docs: 'https://test.example/docs/items',
    request,
    replies: {},
    examples: [],
    rules: [
      defineRule<typeof request>({
        failure: 'odd',
        statement: 'No order is zero.',
        check: ({ body }) =>
          (body?.items ?? []).flatMap((item, index) =>
            item?.order === 0 ? [{ pointer: `/body/items/${index}/order`, message: 'It is zero.' }] : [],
          ),
      }),
    ],
  });
  const rows: readonly (readonly [name: string, item: object, severity: string])[] = [
    ['wrong values', { order: 'x' }, 'error'],
    ['properties that nobody documents', { other: 1 }, 'warning'],
    ['pasted values', { envelope_id: ' e-1' }, 'warning'],
    ['values that a rule forbids', { order: 0 }, 'error'],
  ];
  for (const [name, item, severity] of rows) {
    it(`lists the first ${name}, and says that there may be more`, () => {
      const { issues } = validateRequest(operation, { body: { items: many.map(() => item) } as never });
      assert.deepEqual(
        [issues.length, issues[999]?.severity, issues[999]?.code === 'more_issues'],
        [1_001, severity, false],
      );
      const { pointer, code, severity: shown } = issues.at(-1) ?? assert.fail();
      assert.deepEqual([pointer, code, shown], ['/body', 'more_issues', severity]);
    });
  }

  it('finds the one wrong value behind many that are right', () => {
    const items = [...many.map(() => ({ order: 1 })), { order: 'x' }];
    const { issues } = validateRequest(operation, { body: { items } as never });
    assert.deepEqual(
      issues.map(({ pointer }) => pointer),
      ['/body/items/30000/order'],
    );
  });
});

describe('validateRequest: forms that replies print', () => {
  const kept = z.object({ note: z.string().optional() }).optional();
  const operation = defineOperation({
    id: 'test/keep',
    title: 'Keep',
    summary: 'Keeps.',
    method: 'POST',
    path: '/kept',
    docs: 'https://quill.example/docs/kept',
    request: {
      body: z.object({
        map: kept.meta({ alsoAccepts: 'emptyList' }),
        file: z.string().optional().meta({ alsoAccepts: 'object' }),
      }),
    },
    replies: {},
    examples: [],
  });
  const read = (body: object) => validateRequest(operation, { body: body as never });

  it('an empty list is an empty map, an object its id', () => {
    const { values, issues } = read({ map: [], file: { id: '/files/1', name: 'a.pdf' } });
    assert.deepEqual(issues, []);
    assert.deepEqual(values, { body: { map: {}, file: '/files/1' } });
  });

  it('nothing else is', () => {
    for (const body of [{ map: [1] }, { map: 'x' }, { file: { name: 'a.pdf' } }, { file: [] }, { file: { id: 5 } }]) {
      const { values, issues } = read(body);
      assert.deepEqual(
        issues.map(({ code, severity }) => [code, severity]),
        [['invalid_type', 'error']],
        JSON.stringify(body),
      );
      assert.deepEqual(values, { body });
    }
  });
});
