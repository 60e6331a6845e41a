import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import type { Operation } from '../../../../src/core/operation';
import type { Issue } from '../../../../src/protocol/form';
import { runs } from '../../fixtures/runs';

/** A field of every kind that pasting can spoil. */
const send: Operation = {
  id: 'quill/send',
  title: 'Send',
  summary: 'Sends.',
  method: 'POST',
  path: '/folders/{folder_id}/envelopes/{envelope_id}',
  docs: 'https://quill.example/docs',
  request: {
    path: z.object({
      folder_id: z.string().min(1).optional(),
      envelope_id: z
        .string()
        .min(1)
        .meta({ idShape: 'hex40', examples: ['e-1'] }),
    }),
    body: z.object({
      email: z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).optional(),
      redirect_url: z.url().optional(),
      name_email: z.string().optional(),
      back_url: z.string().optional(),
      owner: z
        .string()
        .regex(/^\/users\/[^/\s]+$/)
        .optional()
        .meta({ idShape: 'iri', examples: ['/users/X'] }),
      name: z.string().optional(),
      message: z.string().optional().meta({ widget: 'textarea' }),
      text: z
        .string()
        .optional()
        .meta({ placeholders: ['code'] }),
      password: z.string().optional().meta({ secret: true }),
      days: z.int().optional(),
      file: z.string().optional().meta({ widget: 'file' }),
    }),
  },
  replies: { 200: z.undefined() },
  examples: [],
};

const id = '016c8d15f909003085ed074a06236bc50bb3e1c3';
const uuid = 'f742655b-7b27-43e1-9e4b-330246b140e6';
const mail = 'anna@example.com';

function issuesOf(field: string, value: string): readonly Issue[] {
  const path = { folder_id: 'f', envelope_id: id, ...(field.endsWith('_id') && { [field]: value }) };
  return validateRequest(send, { path, body: field.endsWith('_id') ? {} : { [field]: value } }).issues;
}

/** The value after the mend of the only issue. */
function mended({ mend }: Issue): unknown {
  const [edit] = mend?.edits ?? [];
  return edit?.kind === 'set' ? edit.value : undefined;
}

interface Row {
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly says: RegExp;
  readonly mended?: string;
}

const [warning, error] = ['warning', 'error'] as const;
const row = (
  field: string,
  value: string,
  severity: Issue['severity'],
  code: string,
  says: RegExp,
  meant?: string,
): Row => ({ field, value, code, severity, says, ...(meant !== undefined && { mended: meant }) });

const rows: readonly Row[] = [
  // What a clipboard does to an id.
  row('envelope_id', ` ${id}`, warning, 'blank_at_end', /begins with a blank/, id),
  row('envelope_id', `${id} `, warning, 'blank_at_end', /ends with a blank/, id),
  row('envelope_id', `${id}\n`, error, 'blank_at_end', /ends with a line break/, id),
  row('envelope_id', `${id}\r\n`, error, 'blank_at_end', /ends with a line break/, id),
  row('envelope_id', `\t${id}`, error, 'blank_at_end', /begins with a blank/, id),
  row('envelope_id', `"${id}"`, warning, 'quoted', /stands in quotes/, id),
  row('envelope_id', `'${id}'`, warning, 'quoted', /stands in quotes/, id),
  row('envelope_id', `\u201C${id}\u201D`, warning, 'quoted', /stands in quotes/, id),
  row('envelope_id', `\`${id}\``, warning, 'quoted', /stands in quotes/, id),
  row('envelope_id', `${id}\u200B`, error, 'invisible_character', /zero-width space \(U\+200B\)/, id),
  row('envelope_id', `\uFEFF${id}`, error, 'invisible_character', /byte order mark \(U\+FEFF\)/, id),
  row('envelope_id', `${id}\u00A0`, error, 'invisible_character', /no-break space \(U\+00A0\)/, id),
  row('envelope_id', `\u200F${id}`, error, 'invisible_character', /right-to-left mark/, id),
  row('envelope_id', `\u202E${id}`, error, 'invisible_character', /direction control/, id),
  row('envelope_id', id.replace('f', '\u00ADf'), error, 'invisible_character', /soft hyphen/, id),
  row('envelope_id', id.replace('f', '\nf'), error, 'invisible_character', /line break/, id),
  row('envelope_id', `<${id}>`, error, 'placeholder', /still to be put in/),
  row('envelope_id', '{envelope_id}', error, 'placeholder', /still to be put in/),
  row('envelope_id', '<envelope id>', error, 'placeholder', /still to be put in/),
  row('envelope_id', ':envelope_id', error, 'placeholder', /still to be put in/),
  row('envelope_id', 'YOUR_ENVELOPE_ID', error, 'placeholder', /still to be put in/),
  row('envelope_id', 'YOUR_ID_HERE', error, 'placeholder', /still to be put in/),
  row('envelope_id', 'undefined', error, 'placeholder', /still to be put in/),
  row('envelope_id', '[object Object]', error, 'placeholder', /still to be put in/),
  row('envelope_id', `https://app.quill.example/envelopes/${id}?tab=1`, error, 'link_for_id', /whole link/, id),
  row('envelope_id', `https://quill.example/x/${id}/y`, error, 'link_for_id', /whole link/, id),
  row('envelope_id', `https://quill.example/open?id=${id}`, error, 'link_for_id', /whole link/, id),
  row('envelope_id', `/envelopes/${id}`, error, 'link_for_id', /is a path/, id),
  row('envelope_id', `${id}/`, error, 'link_for_id', /is a path/, id),
  row('envelope_id', 'https://quill.example/', error, 'link_for_id', /whole link/),
  row('folder_id', 'https://quill.example/folders/f%201/envelopes', error, 'link_for_id', /whole link/, 'f 1'),
  row('envelope_id', `${id};`, warning, 'separator_at_end', /ends with ";"/, id),
  row('envelope_id', `${id},`, warning, 'separator_at_end', /ends with ","/, id),
  row('envelope_id', `Bearer ${id}`, warning, 'bearer_in_front', /begins with "Bearer"/, id),
  row('folder_id', 'abc%3D', warning, 'percent_encoded', /as in an address/, 'abc='),
  row('folder_id', '..', error, 'not_an_id', /no ID/),
  row('folder_id', '%2e%2E', error, 'not_an_id', /no ID/),
  row('envelope_id', ` "${id}";\n`, error, 'blank_at_end', /begins with a line break/, id),
  row('envelope_id', uuid, warning, 'id_form', /looks like a UUID; IDs are 40 hexadecimal characters here/),
  row('envelope_id', id.slice(1), warning, 'id_form', /has 39 characters; IDs are 40/),
  row('envelope_id', id.replace('e', '\u0435'), error, 'mixed_scripts', /U\+0435/, id),
  row('owner', uuid, error, 'kind_missing', /begin with \/users\/ here/, `/users/${uuid}`),
  row('owner', `https://api.quill.example/users/${uuid}`, error, 'link_for_id', /whole link/, `/users/${uuid}`),
  row('owner', '/users/abc', warning, 'id_form', /has 10 characters; IDs are paths with a UUID here/),

  // Addresses.
  row('email', `${mail} `, error, 'blank_at_end', /ends with a blank/, mail),
  row('email', `<${mail}>`, warning, 'name_beside_address', /stands in < >/, mail),
  row('email', `Anna M\u00FCller <${mail}>`, error, 'name_beside_address', /name beside the address/, mail),
  row('email', `mailto:${mail}?subject=x`, warning, 'mailto', /writes a mail/, mail),
  row('email', `${mail};`, warning, 'separator_at_end', /ends with ";"/, mail),
  row('email', `"${mail}"`, warning, 'quoted', /stands in quotes/, mail),
  row('email', `anna\u200B@example.com`, error, 'invisible_character', /zero-width space/, mail),
  row('email', '\u0430nna@example.com', error, 'mixed_scripts', /U\+0430.*another script/, mail),
  row('email', 'anna@ex\u0430mple.com', error, 'mixed_scripts', /another script/, mail),
  row('email', '<e-mail>', error, 'placeholder', /still to be put in/),
  row('name_email', 'anna.example.com', warning, 'no_email_address', /does not look like an e-mail address/),
  row('name_email', 'anna@@example.com', warning, 'no_email_address', /does not look like/),
  row('redirect_url', 'example.com/a', error, 'scheme_missing', /lacks https/, 'https://example.com/a'),
  row('back_url', 'www.example.com', warning, 'scheme_missing', /lacks https/, 'https://www.example.com'),
  row('back_url', 'example.com:8443/a?b', warning, 'scheme_missing', /lacks https/, 'https://example.com:8443/a?b'),
  row('back_url', '"example.com";', warning, 'quoted', /stands in quotes/, 'https://example.com'),
  row('back_url', 'back to us', warning, 'no_url', /is no URL/),
  row('redirect_url', ' https://example.com', warning, 'blank_at_end', /begins with a blank/, 'https://example.com'),
  row('redirect_url', 'https://ex\u0430mple.com/a', error, 'mixed_scripts', /another script/, 'https://example.com/a'),

  // Variables of other tools.
  row(
    'email',
    'anna+{{$guid}}@example.com',
    error,
    'foreign_variable',
    /sent as it stands/,
    'anna+{{$uuid}}@example.com',
  ),
  row('name', '{{ first name }}', error, 'foreign_variable', /sent as it stands/, '{{first_name}}'),
  row('name', '{{$dotenv LAST}}', error, 'foreign_variable', /sent as it stands/, '{{LAST}}'),
  row('message', 'Dear {{$name}}', error, 'foreign_variable', /sent as it stands/, 'Dear {{name}}'),
  row('days', '{{$randomInteger}}', error, 'foreign_variable', /sent as it stands/, '{{$randomInt}}'),
  row('name', '{{}}', error, 'foreign_variable', /sent as it stands/),
  row('name', `\${NAME}`, warning, 'foreign_variable', /looks like a variable/, '{{NAME}}'),
  row('name', '%NAME%', warning, 'foreign_variable', /looks like a variable/, '{{NAME}}'),
  row('name', '$(name)', warning, 'foreign_variable', /looks like a variable/, '{{name}}'),
  row('name', '<<name>>', warning, 'foreign_variable', /looks like a variable/, '{{name}}'),

  // Other words.
  row('name', 'Anna ', warning, 'blank_at_end', /ends with a blank/, 'Anna'),
  row('name', 'An\u200Bna', warning, 'invisible_character', /zero-width space/, 'Anna'),
  row('name', '<name>', warning, 'placeholder', /looks like a placeholder/),
];

describe('pasted text', () => {
  for (const one of rows) {
    it(`${one.field}: ${JSON.stringify(one.value)} is ${one.code}`, () => {
      const [issue, ...more] = issuesOf(one.field, one.value);
      assert.ok(issue);
      assert.deepEqual(more, []);
      assert.deepEqual([issue.code, issue.severity, mended(issue)], [one.code, one.severity, one.mended]);
      assert.match(issue.message, one.says);
    });
  }

  const meant: readonly (readonly [field: string, value: string])[] = [
    ['envelope_id', id],
    ['envelope_id', 'e-1'],
    ['envelope_id', '{{envelope}}'],
    ['folder_id', 'my folder'],
    ['folder_id', '100%'],
    ['email', '\u0430\u043D\u043D\u0430@\u043F\u043E\u0447\u0442\u0430.\u0440\u0444'],
    ['email', '{{mail}}'],
    ['email', 'anna+{{run}}@example.com'],
    ['redirect_url', 'https://example.com/a?b={{c}}'],
    ['name', 'Null'],
    ['name', '"Quoted" agreement; draft,'],
    ['name', '\u0645\u0631\u06CC\u0645\u200C\u0647\u0627'],
    ['name', 'Ann\u00A0Lee'],
    ['text', '{{code}}'],
    ['message', ' Dear <name>,\n'],
    ['message', `costs \${5}`],
    ['password', '"<YOUR>"'],
    ['file', './{{ my file }}.pdf'],
  ];
  for (const [field, value] of meant) {
    it(`${field}: ${JSON.stringify(value)} is as it was meant`, () => assert.deepEqual(issuesOf(field, value), []));
  }

  /** One variable NAME as other tools write it; `none` where no name says what was meant. */
  const spellings = {
    error: [
      '{{process.env.NAME}}',
      '{{ process.env.NAME }}',
      '{{_.NAME}}',
      '{{ _.NAME }}',
      '{{$NAME}}',
      '{{$env.NAME}}',
      '{{$dotenv NAME}}',
      '{{$dotenv %NAME}}',
      '{{$processEnv NAME}}',
      '{{$processEnv %NAME}}',
      '{{vault:NAME}}',
      '{{env:NAME}}',
      '{{#NAME}}',
      '{{=NAME}}',
      `\${{ secrets.NAME }}`,
      `\${{ vars.NAME }}`,
      `\${{parameters.NAME}}`,
    ],
    warning: [
      `\${NAME}`,
      `\${env.NAME}`,
      `\${env:NAME}`,
      `\${input:NAME}`,
      `\${#Project#NAME}`,
      `\${process.env.NAME}`,
      `\${NAME:-Anna}`,
      '#{NAME}',
      '$(NAME)',
      '%NAME%',
      '%(NAME)s',
      '<<NAME>>',
      '<%= NAME %>',
      '$env:NAME',
      '$NAME',
    ],
  } as const;
  for (const [severity, texts] of Object.entries(spellings)) {
    for (const text of texts) {
      it(`knows ${text} as a variable of another tool`, () => {
        for (const field of ['name', 'email', 'folder_id', 'redirect_url']) {
          const found = issuesOf(field, text).filter(({ code }) => code === 'foreign_variable');
          // A text that is no address is an error already.
          const expected = field === 'email' || field === 'redirect_url' ? 'error' : severity;
          assert.deepEqual(
            found.map((issue) => [issue.severity, mended(issue)]),
            [[expected, '{{NAME}}']],
            field,
          );
        }
      });
    }
  }

  it('knows a function of another tool, and guesses no name for it', () => {
    const [issue] = issuesOf('name', "{% response 'body', 'req_1' %}");
    assert.deepEqual([issue?.code, issue?.severity, issue?.mend], ['foreign_variable', 'warning', undefined]);
  });

  it('takes an amount for no mark of a build server', () => {
    assert.deepEqual(issuesOf('message', `It costs \${{price}}.`), []);
  });

  it('never repeats a secret', () => {
    const [issue] = issuesOf('password', ' hunter2\n');
    assert.deepEqual([issue?.code, issue?.mend], ['blank_at_end', undefined]);
    assert.ok(!issue?.message.includes('hunter2'));
  });

  it('is a value like any other where no person wrote it', () => {
    const values = { path: { folder_id: 'f', envelope_id: `${id} ` }, body: { name: '{{ a b }}' } };
    const options = { references: 'refused', writtenBy: 'program' } as const;
    assert.deepEqual(validateRequest(send, values, undefined, options).issues, []);
  });

  it('is mended by one click, whatever stands there', () => {
    const piece = fc.constantFrom(
      ' ',
      '\n',
      '"',
      '\u201C',
      '<',
      '>',
      ';',
      '\u200B',
      '\u00A0',
      'mailto:',
      '{{',
      '}}',
      '$',
      '%3D',
      '/',
      id,
      uuid,
      mail,
      '\u0430',
      'Bearer ',
      'https://',
      '..',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    const field = fc.constantFrom(
      'envelope_id',
      'folder_id',
      'email',
      'redirect_url',
      'owner',
      'name',
      'message',
      'text',
      'days',
    );
    fc.assert(
      fc.property(field, text, (name, value) => {
        for (const issue of issuesOf(name, value)) {
          const replacement = mended(issue);
          if (typeof replacement !== 'string') continue;
          const left = issuesOf(name, replacement);
          assert.ok(
            !left.some(({ code, mend }) => code === issue.code && mend !== undefined),
            JSON.stringify([issue, left]),
          );
        }
      }),
      { numRuns: runs(200) },
    );
  });

  const unreadable: readonly (readonly [field: string, value: string])[] = [
    ['envelope_id', '\u200B'],
    ['envelope_id', '\u200B\uFEFF\u00A0'],
    ['envelope_id', '"\u200B"'],
    ['envelope_id', '\u200B "" \u200B'],
    ['email', '\u2060'],
    ['redirect_url', '\u200B'],
    ['name', '\u200B \uFEFF'],
  ];
  for (const [field, value] of unreadable) {
    it(`offers to write nothing in the place of ${JSON.stringify(value)} in ${field}, and says so`, () => {
      const found = issuesOf(field, value).filter(({ pointer }) => pointer.endsWith(field));
      assert.ok(found.some(({ message }) => message.endsWith('; nothing readable is left.')));
      for (const issue of found) assert.notEqual(String(mended(issue) ?? 'x').trim(), '');
    });
  }

  it('costs no more than it is long', () => {
    const value = `${' \u200B"<'.repeat(1_000_000)}${id}`;
    assert.doesNotThrow(() => issuesOf('name', value));
    assert.doesNotThrow(() => issuesOf('envelope_id', value));
  });
});
