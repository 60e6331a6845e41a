import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createNote, useWorkplace } from './workplace';

const url = 'https://api.demo.example/api/v1/notes/new';
const body = JSON.stringify(createNote.body);
const tokenUrl = 'https://api.demo.example/oauth/token';
/** A collection of one call with variables. */
const withVariables = (text: string, variables: Readonly<Record<string, string>>) => ({
  info: {},
  item: [{ name: 'Create', request: { method: 'POST', url, body: { mode: 'raw', raw: JSON.stringify({ text }) } } }],
  variable: Object.entries(variables).map(([key, value]) => ({ key, value })),
});
const bodyOfCmd = body.replaceAll('"', '^\\^"');

const postman = (version: string, place: unknown) => ({
  info: { name: 'Notes', schema: `https://schema.getpostman.com/json/collection/${version}/collection.json` },
  item: [
    {
      name: 'Folder',
      item: [
        {
          name: 'Create note',
          request: { method: 'POST', header: [], body: { mode: 'raw', raw: body }, url: place },
        },
      ],
    },
  ],
});

/** The same call as people have it at hand. */
const sameCall: readonly (readonly [title: string, text: unknown])[] = [
  ['cURL', `curl -X POST '${url}' -H 'Content-Type: application/json' -d '${body}'`],
  ['cURL with --json', `curl --json '${body}' ${url}`],
  ['cURL with short options in one word', `curl -sSLXPOST ${url} --data-raw '${body}'`],
  ['cURL in double quotes', `curl ${url} \\\n  --data "${body.replaceAll('"', '\\"')}"`],
  ['cURL of a browser, with codes', `curl '${url}' --data-raw $'${body.replace('h', '\\u0068')}'`],
  ['cURL for cmd', `curl ^"${url}^" ^\r\n  -X ^"POST^" ^\r\n  --data-raw ^"${bodyOfCmd}^"`],
  ['cURL for PowerShell', `curl.exe -X POST "${url}" \`\n  --data-raw '${body.replaceAll('"', '\\"')}'`],
  ['cURL without scheme', `$ curl api.demo.example/api/v1/notes/new -d '${body}'`],
  ['HAR', { log: { entries: [{ request: { method: 'POST', url, headers: [], postData: { text: body } } }] } }],
  ['Postman 2.1', postman('v2.1.0', { raw: url })],
  ['Postman 2.0', postman('v2.0.0', url)],
  [
    'Postman with a path variable',
    postman('v2.1.0', { raw: url.replace('new', ':id'), variable: [{ key: 'id', value: 'new' }] }),
  ],
  ['.http', `### Create\n# @name create\nPOST ${url} HTTP/1.1\nContent-Type: application/json\n\n${body}\n`],
  ['.http with variables', `@host = https://api.demo.example\n@id=new\n\nPOST {{host}}/api/v1/notes/new\n\n${body}\n`],
  [
    '.http of JetBrains',
    `POST https://api.demo.example\n    /api/v1/notes/new\n\n${body}\n\n> {%\n client.test("a", () => {});\n%}\n`,
  ],
  ['.http of httpYac', `POST ${url}\n\n${body}\n\n?? status == 200\n{{\n  exports.a = 1;\n}}\n`],
  [
    'Bruno',
    `meta {\n  name: Create note\n  type: http\n}\n\npost {\n  url: ${url.replace('new', ':id')}\n  body: json\n}\n\nparams:path {\n  id: new\n}\n\nbody:json {\n  ${body}\n}\n`,
  ],
  [
    'OpenCollection',
    `info:\n  name: Create note\n  type: http\nhttp:\n  method: POST\n  url: ${url}\n  body:\n    type: json\n    data: '${body}'\n`,
  ],
];

describe('esign import', () => {
  const workplace = useWorkplace();

  for (const [title, text] of sameCall) {
    it(`makes the same request of ${title}`, async () => {
      const file = workplace().write('foreign.txt', text);
      const { code, out } = await workplace().run(['import', file, '--json']);
      assert.ok(code < 2, out);
      const { requests } = JSON.parse(out) as { requests: { operation: string; request: unknown }[] };
      assert.equal(requests.length, 1, out);
      assert.equal(requests[0]?.operation, createNote.operation);
      const { path: values, body: sent } = createNote;
      assert.deepEqual(requests[0]?.request, {
        operation: createNote.operation,
        connection: 'production',
        path: values,
        body: sent,
      });
    });
  }

  it('writes files that are valid, and touches none that is there', async () => {
    const file = workplace().write('a.sh', sameCall[0]?.[1]);
    const first = await workplace().run(['import', file, '--out', 'made']);
    const second = await workplace().run(['import', file, '--out', 'made']);
    assert.deepEqual([first.code, second.code], [0, 0], first.out);
    for (const name of ['create-a-note.esign.json', 'create-a-note-2.esign.json']) {
      assert.ok(existsSync(path.join(workplace().folder, 'made', name)), first.out);
      assert.equal((await workplace().run(['validate', `made/${name}`])).code, 0);
    }
  });

  it('writes nothing as long as nobody says where', async () => {
    const { out } = await workplace().run(['import', workplace().write('a.sh', sameCall[0]?.[1])]);
    assert.match(out, /^1 request, 0 things left out[\s\S]*create-a-note\.esign\.json[\s\S]*Nothing was written yet/);
    assert.ok(!existsSync(path.join(workplace().folder, 'create-a-note.esign.json')));
  });

  it('keeps secrets out of files, and says where they belong', async () => {
    const token = 'tok-7h3s3cr3t-0123456789';
    const call = `curl -X POST https://api.demo.example/oauth/token -u me:${token} -d 'grant_type=client&client_id=a&client_secret=${token}'`;
    const { out } = await workplace().run(['import', workplace().write('a.sh', call), '--out', 'made', '--json']);
    assert.doesNotMatch(out, new RegExp(token));
    const [made] = (JSON.parse(out) as { requests: { file: string; remarks: string[] }[] }).requests;
    assert.ok(made, out);
    assert.doesNotMatch(readFileSync(path.join(workplace().folder, made.file), 'utf8'), new RegExp(token));
    assert.match(made.remarks.join(' '), /authorization: not taken over; give the credentials to the connection/);
  });

  const hidden = 'hid-7h3s3cr3t-0123456789';
  const places: readonly (readonly [title: string, text: unknown])[] = [
    [
      'a variable that another one refers to',
      withVariables('{{a}}', { a: 'x {{b}}', b: '{{api_secret}}', api_secret: hidden }),
    ],
    ['a variable that holds it as well', withVariables('{{a}}', { a: `x ${hidden}`, api_secret: hidden })],
    [
      'a member that a later one replaces',
      `curl ${tokenUrl} -d '{"client_secret":"${hidden}","client_secret":"{{s}}"}'`,
    ],
    ['a text with a variable', `curl ${tokenUrl} -d '{"client_secret":"${hidden} {{s}}"}'`],
    ['a cookie that stands in the body', `curl ${url} -b 'b=2; sid=${hidden}' -d '{"text":"${hidden}"}'`],
    ['a password that stands in the body', `curl ${url} -u 'me:${hidden}' -d '{"text":"${hidden}"}'`],
    [
      'an address that is left out',
      `curl https://me:${hidden}@other.example/x ; curl ${url} https://${hidden}@a.example`,
    ],
  ];
  for (const [title, text] of places) {
    it(`keeps out ${title}`, async () => {
      const { code, out } = await workplace().run([
        'import',
        workplace().write('a.txt', text),
        '--out',
        'made',
        '--json',
      ]);
      assert.ok(code < 2, out);
      const { requests } = JSON.parse(out) as { requests: { file: string }[] };
      const written = requests.map(({ file }) => readFileSync(path.join(workplace().folder, file), 'utf8'));
      assert.doesNotMatch([out, ...written].join('\n'), new RegExp(hidden));
    });
  }

  it('comes to an end with variables that refer to each other, and with folders without end', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `v${index}`);
    const all = Object.fromEntries(names.map((name, index) => [name, `{{v${(index + 1) % 12}}}`.repeat(60)]));
    const laughs = await workplace().run(['import', workplace().write('a.json', withVariables('{{v0}}', all))]);
    assert.equal(laughs.code, 0, laughs.out);
    const deep = `${'{"item":['.repeat(9000)}${']}'.repeat(9000)}`;
    const folders = await workplace().run(['import', workplace().write('b.json', `{"info":{},${deep.slice(1)}`)]);
    assert.match(folders.out, /Folders are nested more than 100 deep\./);
  });

  it('calls no file as Windows calls devices', async () => {
    const item = ['CON', 'Lpt1', 'console'].map((name) => ({
      name,
      request: { method: 'POST', url, body: { mode: 'raw', raw: body } },
    }));
    const { out } = await workplace().run(['import', workplace().write('c.json', { info: {}, item })]);
    assert.deepEqual(out.match(/^- [\w-]+(?=\.esign)/gm), ['- request-con', '- request-lpt1', '- console']);
  });

  it('keeps variables, and the values of an environment that are no secrets', async () => {
    const collection = workplace().write('c.json', {
      ...postman('v2.1.0', { raw: '{{base}}/api/v1/notes/{{note id}}' }),
      variable: [{ key: 'base', value: 'https://api.demo.example' }],
    });
    const environment = workplace().write('e.json', {
      values: [
        { key: 'note_id', value: 'new', enabled: true },
        { key: 'token', value: 'tok-1234567890', type: 'secret', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    });
    const { out } = await workplace().run(['import', collection, environment, '--json']);
    const { requests, variables } = JSON.parse(out) as {
      requests: { request: { path: unknown } }[];
      variables: unknown;
    };
    assert.deepEqual(requests[0]?.request.path, { note_id: '{{note_id}}' });
    assert.deepEqual(variables, { note_id: 'new' });
    assert.doesNotMatch(out, /tok-1234567890/);
  });

  it('keeps digits and names as they were written', async () => {
    const file = workplace().write('a.sh', `curl ${url} -d '{"text":"a","copies":12345678901234567890}'`);
    await workplace().run(['import', file, '--out', 'made']);
    const written = readFileSync(path.join(workplace().folder, 'made', 'create-a-note.esign.json'), 'utf8');
    assert.match(written, /"copies": 12345678901234567890/);
  });

  it('lists what cannot be taken over, with the reason', async () => {
    const http = `GET https://www.example.org/user\n\n###\nGET https://api.demo.example/api/v9/nothing\n\n###\n> {% x %}\nDELETE ${url}\n`;
    const { code, out } = await workplace().run(['import', workplace().write('a.http', http)]);
    assert.equal(code, 1, out);
    assert.match(
      out,
      /GET https:\/\/www\.example\.org\/user: https:\/\/www\.example\.org is no address of an API here/,
    );
    assert.match(out, /No API here has the call GET \/api\/v9\/nothing/);
    assert.match(out, /Scripts, tests and places for replies/);
    assert.match(out, /remove-a-note\.esign\.json/);
  });

  it('says what it does not know, and of what is none of these kinds what it is', async () => {
    const csv = workplace().write('signers.csv', 'Name;E-Mail\nZoë;zoe@example.com\n');
    const { code, out } = await workplace().run(['import', csv, 'missing.har']);
    assert.equal(code, 2);
    assert.match(out, /signers\.csv: It is a table of values \(CSV\)\. HAR, cURL, Postman/);
    assert.match(out, /missing\.har: /);
  });

  it('finds an API behind an address of one’s own', async () => {
    const call = `curl https://proxy.example/esign/api/v1/notes/new -d '${body}'`;
    const file = workplace().write('a.sh', call);
    const found = await workplace().run(['import', file, '--base-url', 'https://proxy.example/esign', '--json']);
    assert.match(found.out, /"operation": "demo-notes\/create-note"/);
    assert.equal((await workplace().run(['import', file])).code, 2);
  });
});
