import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Connection, customEnvironmentId } from '../../../../src/core/connections/connection';
import type { Operation, RequestValues } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { isAllowed, mailAddresses, readAllowList, recipientsOf } from '../../../../src/core/sending/asking/allowList';
import {
  Confirmations,
  isReading,
  mayBeSent,
  recipientsIn,
  rememberAnswer,
} from '../../../../src/core/sending/asking/mayBeSent';
import { describeQuestion } from '../../../../src/core/sending/asking/question';
import type { RunOrigin } from '../../../../src/core/sending/runOrigin';
import { parcel, parcelConnection } from './parcelProvider';

const [getToken, invite, , list] = parcel.operations as readonly Operation[];
assert.ok(getToken && invite && list);

const live = parcelConnection;
const sandbox: Connection = { ...live, id: 'sandbox', live: false };
const emulator: Connection = { ...sandbox, id: 'emulator', baseUrl: 'http://127.0.0.1:4010', hosts: {} };

const mailing: Operation = { ...invite, effects: ['mailsPeople'] };
const resending: Operation = { ...invite, effects: ['mailsPeople', 'mailsOnRecord'] };
const removing: Operation = { ...invite, method: 'DELETE' };
const form: RunOrigin = { cause: 'form' };
const anna = { body: { email: 'Anna@Example.com' } };

/** At the address of an invitation, which calls its parameter otherwise. */
const draftable: Operation = {
  ...invite,
  id: 'parcel/change',
  path: invite.path.replace('parcel_id', 'id'),
  effects: ({ body }) => (body === 'draft' ? ['takesAway'] : []),
};

interface Case {
  readonly name: string;
  readonly provider?: Provider;
  readonly operation?: Operation;
  readonly connection?: Connection;
  readonly values?: RequestValues;
  /** The text that the values come from. */
  readonly written?: string;
  readonly origin?: RunOrigin;
  readonly allowed?: readonly string[];
  /** The live connection was agreed to before. */
  readonly again?: boolean;
  /** Kinds of the reasons; none when it may be sent without a question. */
  readonly asks: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a live connection, the first time in a session', asks: ['liveConnection'] },
  { name: 'a live connection, later', again: true, asks: [] },
  { name: 'reading on a live connection, by a person', operation: list, asks: ['liveConnection'] },
  { name: 'reading that nobody clicked', operation: list, origin: { cause: 'reading' }, asks: [] },
  { name: 'a token that nobody clicked', operation: getToken, origin: { cause: 'reading' }, asks: [] },
  { name: 'mail on a live connection', operation: mailing, again: true, values: anna, asks: ['mailsPeople'] },
  { name: 'mail to whom the values do not name', operation: mailing, again: true, asks: ['mailsPeople'] },
  { name: 'mail on a sandbox without a list', operation: mailing, connection: sandbox, values: anna, asks: [] },
  {
    name: 'mail to an address of the list',
    operation: mailing,
    again: true,
    values: anna,
    allowed: ['anna@example.com'],
    asks: [],
  },
  {
    name: 'mail to a domain of the list',
    operation: mailing,
    again: true,
    values: anna,
    allowed: ['@example.com'],
    asks: [],
  },
  { name: 'mail to everybody, allowed', operation: mailing, again: true, values: anna, allowed: ['*'], asks: [] },
  {
    name: 'somebody outside the list, on a sandbox',
    connection: sandbox,
    values: { body: { email: 'eve@elsewhere.example' } },
    allowed: ['example.com'],
    asks: ['notAllowed'],
  },
  {
    name: 'somebody outside the list, in a place that no schema knows',
    connection: sandbox,
    values: { body: { whatever: [{ cc: 'Anna <anna@example.com>, Eve <eve@elsewhere.example>' }] } },
    allowed: ['example.com'],
    asks: ['notAllowed'],
  },
  ...[
    '"eve x"@elsewhere.example',
    'eve@elsewhere.example ben@example.com',
    'Eve eve@elsewhere.example',
    'eve@elsewhere.example (Eve)',
    'eve\uFF20elsewhere.example',
    'eve%40elsewhere.example',
    'eve&#64;elsewhere.example',
    '<eve@elsewhere.example> <ben@example.com>',
    'mailto:ben@example.com?cc=eve@elsewhere.example',
    `${' '.repeat(6000)}eve@elsewhere.example`,
    `${'ben@example.com,'.repeat(400)}eve@elsewhere.example`,
  ].map((email) => ({
    name: `somebody outside the list, written as ${JSON.stringify(email.slice(-50))}`,
    operation: mailing,
    connection: sandbox,
    values: { body: { signers: [{ email: 'ben@example.com' }, { email }] } },
    allowed: ['example.com'],
    asks: ['notAllowed'],
  })),
  {
    name: 'somebody who is only mentioned',
    operation: mailing,
    connection: sandbox,
    values: { body: { email: 'ben@example.com', message: 'Questions? Ask eve@elsewhere.example.' } },
    allowed: ['example.com'],
    asks: [],
  },
  {
    name: 'mail to whom the values do not name, with a list',
    operation: mailing,
    connection: sandbox,
    values: {},
    allowed: ['example.com'],
    asks: ['mailsPeople'],
  },
  {
    name: 'mail to people on record, whoever else is named, with a list',
    operation: resending,
    connection: sandbox,
    values: anna,
    allowed: ['example.com'],
    asks: ['mailsPeople'],
  },
  {
    name: 'mail to people on record, everybody allowed',
    operation: resending,
    connection: sandbox,
    values: anna,
    allowed: ['*'],
    asks: [],
  },
  {
    name: 'somebody outside the list, in a text that is JSON',
    operation: mailing,
    connection: sandbox,
    values: { body: { email: 'ben@example.com', payload: ' {"to": "[{\\"email\\": \\"eve@elsewhere.example\\"}]"}' } },
    allowed: ['example.com'],
    asks: ['notAllowed'],
  },
  {
    name: 'somebody outside the list, under a name that stands twice',
    operation: mailing,
    connection: sandbox,
    values: { body: { signers: [{ email: 'ben@example.com' }] } },
    written: '{"body":{"signers":[{"email":"eve@elsewhere.example","email":"ben@example.com"}]}}',
    allowed: ['example.com'],
    asks: ['notAllowed'],
  },
  {
    name: 'something taken away under a name that stands twice',
    operation: { ...invite, effects: ({ body }) => (/draft/.test(JSON.stringify(body)) ? ['takesAway'] : []) },
    connection: sandbox,
    values: { body: { status: 'sent' } },
    written: '{"body":{}, "body":{"status":"draft","status":"sent"}}',
    asks: ['takesAway'],
  },
  {
    name: 'something taken away by the body of another call at the same address',
    provider: { ...parcel, operations: [...parcel.operations, draftable] },
    operation: { ...invite, effects: [] },
    connection: sandbox,
    values: { body: 'draft' },
    asks: ['takesAway'],
  },
  {
    name: 'what another call at the same address always does',
    provider: { ...parcel, operations: [{ ...draftable, effects: ['takesAway'] }] },
    operation: { ...invite, effects: [] },
    connection: sandbox,
    values: { body: 'draft' },
    asks: [],
  },
  {
    name: 'what a call at another address would do',
    provider: {
      ...parcel,
      operations: [
        { ...draftable, path: '/elsewhere' },
        { ...draftable, method: 'PUT' },
      ],
    },
    operation: { ...invite, effects: [] },
    connection: sandbox,
    values: { body: 'draft' },
    asks: [],
  },
  { name: 'the emulator, whoever is named', connection: emulator, values: anna, allowed: ['other.example'], asks: [] },
  { name: 'something taken away', operation: removing, connection: sandbox, asks: ['takesAway'] },
  { name: 'something taken away from the emulator', operation: removing, connection: emulator, asks: ['takesAway'] },
  {
    name: 'something taken away by a call that says so',
    operation: { ...invite, effects: ({ body }) => (body === 'draft' ? ['takesAway'] : []) },
    connection: sandbox,
    values: { body: 'draft' },
    asks: ['takesAway'],
  },
  {
    name: 'a replay to another address',
    connection: sandbox,
    origin: { cause: 'replay', sentBeforeTo: 'https://old.example' },
    asks: ['otherAddress'],
  },
  {
    name: 'a replay to the same address',
    connection: sandbox,
    origin: { cause: 'replay', sentBeforeTo: sandbox.baseUrl },
    asks: [],
  },
  {
    name: 'a replay to the emulator, whose port moves',
    connection: emulator,
    origin: { cause: 'replay', sentBeforeTo: 'http://127.0.0.1:9999' },
    asks: [],
  },
  {
    name: 'all of it at once',
    operation: { ...mailing, method: 'DELETE' },
    values: anna,
    origin: { cause: 'replay', sentBeforeTo: 'https://old.example' },
    asks: ['liveConnection', 'otherAddress', 'takesAway', 'mailsPeople'],
  },
];

describe('mayBeSent', () => {
  for (const {
    name,
    provider = parcel,
    operation = invite,
    connection = live,
    values = {},
    written,
    origin = form,
    allowed = [],
    again,
    asks,
  } of cases) {
    it(`${asks.length === 0 ? 'asks nothing about' : 'asks about'} ${name}`, () => {
      const confirmations = new Confirmations();
      if (again) confirmations.add('liveConnection', connection);
      const target = { provider, operation, connection };
      const question = mayBeSent(target, values, origin, { allowedRecipients: allowed, confirmations }, written);
      assert.deepEqual(question?.reasons.map(({ kind }) => kind) ?? [], asks);
    });
  }

  it('remembers for the session what need not be asked twice, for this address only', () => {
    const policy = { allowedRecipients: [], confirmations: new Confirmations() };
    const ask = (operation: Operation, connection: Connection) => {
      const question = mayBeSent({ provider: parcel, operation, connection }, anna, form, policy);
      if (question) rememberAnswer(question, connection, policy);
      return question?.reasons.map(({ kind }) => kind) ?? [];
    };
    assert.deepEqual(ask(removing, live), ['liveConnection', 'takesAway']);
    assert.deepEqual(ask(removing, live), ['takesAway']);
    assert.deepEqual(ask(invite, { ...live, baseUrl: 'https://other.example' }), ['liveConnection']);
    assert.deepEqual(ask(removing, emulator), ['takesAway']);
    assert.deepEqual(ask(removing, emulator), []);
  });

  it('says what would happen, to whom and where', () => {
    const operation: Operation = { ...mailing, method: 'DELETE' };
    const policy = { allowedRecipients: [], confirmations: new Confirmations() };
    const question = mayBeSent({ provider: parcel, operation, connection: live }, anna, form, policy);
    assert.ok(question);
    const { title, detail, safe } = describeQuestion(question);
    assert.equal(title, 'Invite on "Test"?');
    assert.equal(
      detail,
      [
        'Production is a live environment: what is sent there is real.',
        'It takes something away, and that cannot be taken back.',
        'Real people may get mail: anna@example.com.',
        'It goes to https://api.parcel.example.',
      ].join('\n'),
    );
    assert.equal(safe, "Don't Send");
  });

  const preview = { id: 'preview', title: 'Preview', baseUrl: 'https://preview.parcel.example', live: false } as const;
  const atPreview: Connection = {
    ...sandbox,
    environment: 'preview',
    environmentTitle: 'Preview',
    baseUrl: preview.baseUrl,
    hosts: {},
    live: true,
  };
  const own: Connection = { ...live, environment: customEnvironmentId, environmentTitle: 'Custom', hosts: {} };
  const elsewhere = 'https://elsewhere.example';
  const isReal = 'Production is a live environment: what is sent there is real.';
  const mayBeReal = (origins: string, verb = 'belongs') =>
    `${origins} ${verb} to no known environment: what is sent there may be real.`;
  const goesTo = (address: string) => `It goes to ${address}.`;

  interface Wording {
    readonly name: string;
    readonly operation?: Operation;
    readonly connection: Connection;
    readonly values?: RequestValues;
    readonly origin?: RunOrigin;
    readonly allowed?: readonly string[];
    readonly says: readonly string[];
  }
  const wordings: readonly Wording[] = [
    { name: 'a live environment', connection: live, says: [isReal, goesTo(live.baseUrl)] },
    {
      name: 'a live environment with a host of one’s own',
      connection: { ...live, hosts: { login: elsewhere } },
      says: [isReal, mayBeReal(elsewhere), goesTo(live.baseUrl)],
    },
    {
      name: 'an environment for practice with a host of one’s own',
      connection: { ...atPreview, hosts: { login: elsewhere } },
      says: [mayBeReal(elsewhere), goesTo(preview.baseUrl)],
    },
    {
      name: 'a call that goes to the host of one’s own',
      operation: getToken,
      connection: { ...atPreview, hosts: { login: elsewhere } },
      says: [mayBeReal(elsewhere), goesTo(elsewhere)],
    },
    {
      name: 'an address of one’s own',
      connection: { ...own, baseUrl: elsewhere },
      says: [mayBeReal(elsewhere), goesTo(elsewhere)],
    },
    {
      name: 'two addresses of one’s own',
      connection: { ...own, baseUrl: elsewhere, hosts: { login: 'https://login.example' } },
      says: [mayBeReal(`${elsewhere}, https://login.example`, 'belong'), goesTo(elsewhere)],
    },
    {
      name: 'this machine with a host of one’s own',
      connection: { ...own, baseUrl: emulator.baseUrl, hosts: { login: elsewhere } },
      says: [mayBeReal(elsewhere), goesTo(emulator.baseUrl)],
    },
    {
      name: 'somebody outside the list',
      connection: { ...atPreview, live: false },
      values: anna,
      allowed: ['elsewhere.example'],
      says: ['Not in the list of allowed recipients: anna@example.com.', goesTo(preview.baseUrl)],
    },
    {
      name: 'mail to whom the values do not name, with a list',
      operation: mailing,
      connection: { ...atPreview, live: false },
      allowed: ['elsewhere.example'],
      says: ['Real people may get mail: those that the API has on record.', goesTo(preview.baseUrl)],
    },
    {
      name: 'something taken away for practice',
      operation: removing,
      connection: { ...atPreview, live: false },
      says: ['It takes something away, and that cannot be taken back.', goesTo(preview.baseUrl)],
    },
    {
      name: 'a changed address for practice',
      connection: { ...atPreview, live: false },
      origin: { cause: 'replay', sentBeforeTo: elsewhere },
      says: [`When it was sent before, it went to ${elsewhere}.`, goesTo(preview.baseUrl)],
    },
    {
      name: 'all of it at once',
      operation: { ...mailing, method: 'DELETE' },
      connection: { ...live, hosts: { login: elsewhere } },
      values: { body: { email: ['anna@example.com', 'ben@example.com'] } },
      origin: { cause: 'replay', sentBeforeTo: 'https://old.example' },
      says: [
        isReal,
        mayBeReal(elsewhere),
        'When it was sent before, it went to https://old.example.',
        'It takes something away, and that cannot be taken back.',
        'Real people may get mail: anna@example.com, ben@example.com.',
        goesTo(live.baseUrl),
      ],
    },
  ];
  for (const { name, operation = invite, connection, values = {}, origin = form, allowed = [], says } of wordings) {
    it(`says what really is asked about: ${name}`, () => {
      const provider = { ...parcel, environments: [...parcel.environments, preview] };
      const policy = { allowedRecipients: allowed, confirmations: new Confirmations() };
      const question = mayBeSent({ provider, operation, connection }, values, origin, policy);
      assert.deepEqual(question ? describeQuestion(question).detail.split('\n') : [], says);
    });
  }

  it('keeps what it quotes in one line each, whatever the name of a connection says', () => {
    const hostile = 'Test" is a sandbox.\r\nNothing is sent.\u2028\u202egnihtoN\u0000';
    const { title, detail } = describeQuestion({
      operation: hostile,
      connection: `${hostile}${'x'.repeat(100_000)}`,
      baseUrl: hostile,
      reasons: [
        { kind: 'liveConnection', environment: hostile, unknown: [hostile, hostile] },
        { kind: 'mailsPeople', recipients: [hostile, `${'x'.repeat(100_000)}@a.example`], onRecord: true },
        { kind: 'notAllowed', recipients: [hostile] },
        { kind: 'takesAway' },
        { kind: 'otherAddress', before: hostile },
      ],
    });
    assert.doesNotMatch(title + detail, /(?!\n)\p{Cc}|[\u2028\u202e]/u);
    assert.doesNotMatch(title, /\n/);
    assert.equal(title.match(/"/g)?.length, 2);
    assert.equal(detail.split('\n').length, 7);
    assert.ok(title.length < 200 && detail.length < 2000);
    assert.match(title, /on "Test' is a sandbox\.\\u000aNothing is sent\.\\u2028\\u202e/);
  });

  it('shows a whole address: its end says where mail goes', () => {
    const recipient = `${'a'.repeat(64)}@${'b.'.repeat(120)}example`;
    const reasons = [{ kind: 'notAllowed', recipients: [recipient] }] as const;
    const { detail } = describeQuestion({ operation: 'a', connection: 'b', baseUrl: 'https://c.example', reasons });
    assert.ok(detail.includes(recipient));
  });

  it('takes for reading only what changes nothing', () => {
    assert.deepEqual([getToken, invite, list, removing].map(isReading), [true, false, true, false]);
  });
});

describe('The list of allowed recipients', () => {
  const texts: readonly [string, readonly string[]][] = [
    ['anna@example.com', ['anna@example.com']],
    [' Anna@Example.COM ', ['anna@example.com']],
    ['Anna Smith <anna@example.com>', ['anna@example.com']],
    ['<anna@example.com>', ['anna@example.com']],
    ['mailto:anna@example.com', ['anna@example.com']],
    ['anna@example.com; ben@example.com,', ['anna@example.com', 'ben@example.com']],
    ['anna@example.com\nben@example.com', ['anna@example.com', 'ben@example.com']],
    ['anna@example.com ben@example.com', ['anna@example.com', 'ben@example.com']],
    ['mailto:anna@example.com?cc=ben@example.com', ['anna@example.com', 'ben@example.com']],
    ['anna%40example.com', ['anna@example.com']],
    ['anna@example.com (Anna)', ['anna@example.com']],
    ['"anna b"@example.com', ['"anna b"@example.com']],
    ['"Smith, Anna" <anna@example.com>', ['anna@example.com']],
    ['write to anna@example.com today', []],
    ['@example.com', []],
    ['no address', []],
    ['', []],
  ];
  for (const [text, expected] of texts) {
    it(`finds ${expected.length} in ${JSON.stringify(text)}`, () => assert.deepEqual(mailAddresses(text), expected));
  }

  const allowed: readonly [recipient: string, list: readonly string[], isAllowed: boolean][] = [
    ['anna@example.com', [], false],
    ['anna@example.com', ['*'], true],
    ['anna@example.com', ['anna@example.com'], true],
    ['anna+test@example.com', ['anna@example.com'], false],
    ['anna@example.com', ['example.com'], true],
    ['anna@example.com', ['@example.com'], true],
    ['anna@sub.example.com', ['example.com'], false],
    ['anna@notexample.com', ['example.com'], false],
    ['anna@example.com.evil.example', ['example.com'], false],
    ['"@example.com"@evil.example', ['example.com'], false],
    // A Cyrillic letter in place of a Latin one.
    ['аnna@example.com', ['anna@example.com'], false],
    // Mail servers once took these for the way to another one, and some still do.
    ['eve%elsewhere.example@example.com', ['example.com'], false],
    ['elsewhere.example!eve@example.com', ['example.com'], false],
  ];
  for (const [recipient, list, expected] of allowed) {
    it(`${expected ? 'has' : 'has not'} ${recipient} in [${list.join(', ')}]`, () => {
      assert.equal(isAllowed(recipient, list), expected);
    });
  }

  for (const [text, isOne] of [
    ['anna@example.com', true],
    ['ANNA@example.com', true],
    ['"Anna" <anna@example.com>', true],
    // The sign of Kelvin, which in lower case is a "k".
    ['\u212Aate@example.com', false],
    ['eve=anna@example.com', false],
    ['eve?anna@example.com', false],
    ['eve&anna@example.com', false],
    ['eve%2canna@example.com', false],
    ['Eve <eve?anna@example.com>', false],
    ['eve@elsewhere.example <anna@example.com>', false],
  ] as const) {
    it(`${isOne ? 'knows' : 'does not know'} ${JSON.stringify(text)} as one that it names`, () => {
      const recipients = recipientsOf('email', text);
      assert.ok(recipients.length > 0);
      const list = readAllowList(['anna@example.com', 'kate@example.com']);
      assert.equal(
        recipients.every((recipient) => isAllowed(recipient, list)),
        isOne,
      );
    });
  }

  it('is read from settings and from one text, without what is no entry', () => {
    assert.deepEqual(readAllowList([' Anna@Example.com ', 7, null, '']), ['anna@example.com']);
    assert.deepEqual(readAllowList('anna@example.com, example.org;*'), ['anna@example.com', 'example.org', '*']);
    for (const none of [undefined, null, 5, {}, true]) assert.deepEqual(readAllowList(none), []);
  });

  it('overlooks no address, however deep and whatever stands around it', () => {
    const address = 'eve@elsewhere.example';
    const nest = (json: unknown, way: readonly number[]) =>
      way.reduce<unknown>((inner, step) => (step % 2 === 0 ? [inner, 'x'] : { ['k'.repeat(step)]: inner, n: 1 }), json);
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 30 }), fc.jsonValue(), (way, other) => {
        const body = nest({ to: address, other }, way) as RequestValues['body'] & object;
        assert.ok(recipientsIn({ body }).includes(address));
      }),
    );
  });
});
