import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../../src/cli/commandLine';
import type { RequestValues } from '../../../src/core/operation';
import { type ProviderEntry, ProviderRegistry } from '../../../src/core/registry';
import { isObject } from '../../../src/protocol/jsonKinds';
import { toyEntries } from '../fixtures/toyTranslation';
import { type Result, useWorkplace } from './workplace';

const letter = {
  operation: 'ink/create-letter',
  connection: 'production',
  path: { desk: 'oak' },
  body: { subject: 'Hello {{who}}', readers: [{ first: 'Ann', last: 'Ash' }] },
};
const parcel = {
  operation: 'twine/create-parcel',
  connection: 'production',
  path: { depot: '' },
  body: { label: 'Hello {{who}}', speed: 'slow', language: 'en', people: [{ name: 'Ann Ash' }] },
};

describe('esign translate', () => {
  const workplace = useWorkplace();

  it('prints the new request, and beside it what became of every value', async () => {
    const { code, out, err } = await translate([workplace().write('letter.esign.json', letter)]);
    assert.equal(out, `${JSON.stringify(parcel, undefined, 2).replace(/"path": \{\s+/, '"path": {\n    ')}\n`);
    assert.equal(
      err,
      `Create a letter (Ink) as: Create a parcel (Twine)
To fill in
  /path/depot  A desk says nothing of the depot.
Left out
  /path/desk  Parcels come from depots.
Filled in
  /body/speed  What is not urgent has time.
  /body/language  Letters have no language.
Taken over
  /body/subject to /body/label
  /body/readers/0/first to /body/people/0/name
  /body/readers/0/last to /body/people/0/name
`,
    );
    assert.equal(code, 0);
  });

  it('as a contract: all of it as JSON', async () => {
    const file = workplace().write('letter.esign.json', { ...letter, body: { ...letter.body, weight: 1 } });
    const { code, out, err } = await translate([file, '--json']);
    assert.deepEqual(JSON.parse(out), {
      translation: { from: 'ink/create-letter', to: 'twine/create-parcel', title: 'Open as Twine parcel' },
      request: { ...parcel, body: { ...parcel.body, grams: 1000 } },
      file: null,
      mapped: [
        { from: '/body/subject', to: '/body/label', note: null },
        { from: '/body/weight', to: '/body/grams', note: 'From kilograms.' },
        { from: '/body/readers/0/first', to: '/body/people/0/name', note: null },
        { from: '/body/readers/0/last', to: '/body/people/0/name', note: null },
      ],
      filled: [
        { to: '/body/speed', why: 'What is not urgent has time.' },
        { to: '/body/language', why: 'Letters have no language.' },
      ],
      needed: [{ to: '/path/depot', why: 'A desk says nothing of the depot.' }],
      leftOut: [{ from: '/path/desk', why: 'Parcels come from depots.' }],
      issues: [],
      newIssues: [
        { file, path: '/path/depot', code: 'too_small', message: 'Depot must not be empty.', severity: 'error' },
      ],
      problem: null,
    });
    assert.deepEqual([code, err], [0, '']);
  });

  it('keeps the digits of numbers', async () => {
    const text = JSON.stringify(letter).replace('"readers"', '"pages":12345678901234567000.0,"readers"');
    const file = workplace().write('letter.esign.json', text.replace('12345678901234567000.0', '2.0'));
    assert.match((await translate([file])).out, /"sheets": 2\.0,/);
    assert.match((await translate([file, '--json'])).out, /"sheets": 2\.0,/);
  });

  it('leaves out what is wrong, and says so', async () => {
    const body = { ...letter.body, urgency: 'very', ribbon: 1, pages: 2 };
    const file = workplace().write('letter.esign.json', { ...letter, connection: 'gone', body });
    const { code, out, err } = await translate([file]);
    assert.equal(code, 1);
    assert.equal(JSON.parse(out).body.sheets, 2);
    assert.equal(JSON.parse(out).connection, 'production');
    assert.match(err, /\nNot valid in letter\.esign\.json, and left out\n {2}\/body\/urgency {2}\S/);
    assert.match(err, /\nLeft out\n(.+\n)* {2}\/body\/ribbon {2}It is not documented\.\n/);
    assert.match(err, /\nFilled in\n {2}\/connection {2}Twine has no connection "gone"\.\n/);
    const asJson = JSON.parse((await translate([file, '--json'])).out);
    assert.deepEqual(
      asJson.issues.map((issue: { path: string; severity: string }) => [issue.path, issue.severity]),
      [
        ['/body/urgency', 'error'],
        ['/body/ribbon', 'warning'],
      ],
    );
  });

  it('says where the new request is not valid', async () => {
    const file = workplace().write('letter.esign.json', { ...letter, body: {} });
    const { err, code } = await translate([file]);
    assert.match(err, /\nNot valid in the new request\n {2}\/body\/label {2}\S/);
    assert.equal(code, 1);
  });

  it('writes a file, and overwrites none that it was not asked to', async () => {
    const file = workplace().write('letter.esign.json', letter);
    const made = path.join(workplace().folder, 'parcel.esign.json');
    const first = await translate([file, '--out', 'parcel.esign.json']);
    assert.deepEqual([first.code, first.out], [0, '']);
    assert.match(first.err, /\nWritten to parcel\.esign\.json\.\n$/);
    assert.deepEqual(JSON.parse(readFileSync(made, 'utf8')), parcel);
    workplace().write('parcel.esign.json', 'mine');
    const second = await translate([file, '--out', 'parcel.esign.json']);
    assert.equal(readFileSync(made, 'utf8'), 'mine');
    assert.deepEqual([second.code, second.out], [2, '']);
    assert.match(second.err, /^parcel\.esign\.json is there already\n.*\n {2}Next: .*--overwrite/);
    const third = await translate([file, '--out', 'parcel.esign.json', '--overwrite', '--json']);
    assert.deepEqual([third.code, JSON.parse(third.out).file], [0, 'parcel.esign.json']);
    assert.deepEqual(JSON.parse(readFileSync(made, 'utf8')), parcel);
  });

  it('says why a file cannot be written', async () => {
    const file = workplace().write('letter.esign.json', letter);
    mkdirSync(path.join(workplace().folder, 'folder'));
    const rows = [
      [path.join('gone', 'a.esign.json'), 'There is no such folder.'],
      [path.join(file, 'a.esign.json'), 'There is no such folder.'],
      ['folder', 'It is a folder.'],
    ] as const;
    for (const [out, why] of rows) {
      const { code, err } = await translate([file, '--out', out, '--overwrite']);
      assert.equal(code, 2);
      assert.ok(err.includes(`cannot be written\n  ${why}\n`), err);
    }
  });

  const problems: readonly { args: readonly string[]; content: unknown; kind: string; says: RegExp }[] = [
    { args: [], content: '{"operation":', kind: 'unreadableRequest', says: /Line 1, column 14/ },
    {
      args: [],
      content: { ...letter, operation: 'ink/create-leter' },
      kind: 'unknownOperation',
      says: /Did you mean ink\/create-letter/,
    },
    {
      args: [],
      content: { ...letter, operation: 'twine/create-parcel' },
      kind: 'noTranslation',
      says: /no translation of twine\/create-parcel to another provider\n.*There are:\n.*ink\/create-letter to twine\/create-parcel/,
    },
    {
      args: ['--to', 'twin'],
      content: letter,
      kind: 'noTranslation',
      says: /to twin\n.*There are:\n.*\n.*Did you mean --to twine\?/,
    },
    {
      args: ['--to', 'twine/x'],
      content: letter,
      kind: 'noTranslation',
      says: /ink\/create-letter to twine\/create-parcel/,
    },
    {
      args: ['--to', '__proto__'],
      content: letter,
      kind: 'noTranslation',
      says: /ink\/create-letter to twine\/create-parcel/,
    },
  ];
  for (const { args, content, kind, says } of problems) {
    it(`${kind} ${args.join(' ')}: says what there is`, async () => {
      const file = workplace().write('letter.esign.json', content);
      const { code, out, err } = await translate([file, ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
      const asJson = await translate([file, ...args, '--json']);
      const { problem, request } = JSON.parse(asJson.out);
      assert.deepEqual([asJson.code, problem.kind, request], [2, kind, null]);
      assert.ok(
        [problem.title, problem.cause, problem.nextStep].every((text) => typeof text === 'string' && text !== ''),
      );
    });
  }

  it('of several translations all are named, and --to chooses', async () => {
    const entries = toyEntries();
    const [translation] = entries.flatMap(({ translatesFrom = [] }) => translatesFrom);
    assert.ok(translation && entries[1]);
    const other = { ...entries[1], id: 'rope', translatesFrom: [{ ...translation, to: 'rope/create-parcel' }] };
    const file = workplace().write('letter.esign.json', letter);
    const unsaid = await translate([file], [...entries, other]);
    assert.equal(unsaid.code, 2);
    assert.match(unsaid.err, /several operations\n {2}twine\/create-parcel\n {2}rope\/create-parcel\n {2}Next: .*--to/);
    for (const to of ['twine', 'twine/create-parcel']) {
      assert.equal((await translate([file, '--to', to], [...entries, other])).code, 0);
    }
  });

  it('of several translations the one is taken that the request is meant for, unless --to names another', async () => {
    const entries = toyEntries();
    const [translation] = entries.flatMap(({ translatesFrom = [] }) => translatesFrom);
    assert.ok(translation && entries[1]);
    const isUrgent = ({ body }: RequestValues): boolean => isObject(body) && body['urgency'] === 'urgent';
    const translatesFrom = [
      { ...translation, suits: (values: RequestValues) => !isUrgent(values) },
      { ...translation, to: 'twine/send-courier', suits: isUrgent },
    ];
    const twine = { ...entries[1], translatesFrom };
    const both = [...entries.slice(0, 1), twine];
    const calm = workplace().write('calm.esign.json', letter);
    const urgent = workplace().write('urgent.esign.json', { ...letter, body: { ...letter.body, urgency: 'urgent' } });
    assert.equal((await translate([calm, '--to', 'twine'], both)).code, 0);
    assert.equal((await translate([calm], both)).code, 0);
    assert.equal((await translate([urgent, '--to', 'twine/create-parcel'], both)).code, 0);
    const registry = new ProviderRegistry(both);
    const meant = registry.translationsOf(letter.operation, { body: { urgency: 'urgent' } });
    assert.deepEqual(
      meant.map(({ to }) => to),
      ['twine/send-courier'],
    );
  });

  it('is told which file, and writes over none by mistake', async () => {
    for (const args of [[], ['a', 'b'], ['a', '--overwrite'], ['a', '--to']]) {
      const { code, out } = await translate(args);
      assert.deepEqual([code, out], [2, '']);
    }
    assert.ok(!existsSync(path.join(workplace().folder, 'a')));
  });

  it('lists the translations without loading a provider', async () => {
    const loaded: string[] = [];
    const { out } = await translate(
      ['--help'],
      toyEntries((id) => loaded.push(id)),
    );
    assert.match(out, /\nTranslations\n {2}ink\/create-letter to twine\/create-parcel\n$/);
    assert.deepEqual(loaded, []);
  });

  async function translate(args: readonly string[], entries: readonly ProviderEntry[] = toyEntries()): Promise<Result> {
    const printed = { out: '', err: '' };
    const code = await runCommandLine(
      {
        ...workplace().surroundings({}),
        registry: new ProviderRegistry(entries),
        out: (text) => {
          printed.out += text;
        },
        err: (text) => {
          printed.err += text;
        },
      },
      ['translate', ...args],
    );
    return { code, ...printed };
  }
});
