import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Provider } from '../../../../src/core/provider';
import { referencePage } from '../../../../src/headless/reference/referencePage';
import { addMember, quill } from '../../fixtures/testProvider';

const names = { variableOf: (provider: string, field: string) => `${provider}-${field}` };

/** Lines of the page about the fixture, by what they show. */
const lines: Readonly<Record<string, string>> = {
  'where a live environment is': '| Production | `https://api.quill.example` | yes |',
  'a credential with its variable': '| key | `quill-key` | secret |',
  'an operation of the list':
    '| [Create an envelope](#create-an-envelope) | `quill/create-envelope` | `POST /envelopes/{envelope_id}` |',
  'a text with format, length and example':
    '| `invites[].email` | text | yes | e-mail address, at most 150 characters | E-mail Example: `ann@example.com` |',
  'a whole number that may be text': '| `invites[].order` | whole number | yes | 1 or more; also as text | Order |',
  'a choice with labels': '| `invites[].method` | choice | yes | `none`, `sms` (Text message) |  |',
  'a number that may be null':
    '| `expiration` | whole number or null |  | 15 to 45; `null` (Never) | Link expiration Example: `15` |',
  'a secret with a pattern, whose example is no number':
    '| `pin` | text |  | pattern `^\\d{4}$`; secret | PIN Example: `"0815"` |',
  'a list of lists': '| `invites[].documents` | list of objects |  | 1 or more |  |',
  'a list of texts': '| `cc` | list of texts |  | at most 2 copies; e-mail address | Copies |',
  'known values of an open list': '| `language` | text |  | for example `en`, `fr` |  |',
  'one of several shapes': '| `invites[].check` | one of: Password, `phone` or null |  | `null` (No check) |  |',
  'a field of one of the shapes':
    '| `invites[].check.phone` | text | yes | phone number such as +33612345678 | *`phone`:* |',
  'a file': '| `file` | file |  | `.pdf` | File |',
  'any JSON': '| `extra` | JSON |  |  |  |',
  'a variant of a body': '**Body: Person**',
  'a rule that refuses': '- E-mail addresses are unique. (`email-twice`)',
  'a rule that warns': '- The owner does not sign. (`owner-signs`, warns only)',
  'a reply': '- `200`: `id`',
  'the failures of an operation': '[`email-twice`](#failure-email-twice), [`owner-signs`](#failure-owner-signs)',
  'an example': '<details><summary>Example: One signer (the smallest valid one)</summary>',
  'a failure': [
    '| <a id="failure-email-twice"></a>`email-twice`',
    '400<br>`{email} is used twice`',
    'Two signers have the same address. Change one of them.',
    '[4](#sources) |',
  ].join(' | '),
  'a source': '4. <https://quill.example/docs/errors>',
};

describe('referencePage', () => {
  const page = referencePage(quill, names).split('\n');

  for (const [what, line] of Object.entries(lines)) {
    it(`shows ${what}`, () => assert.ok(page.includes(line), `"${line}" is not in\n${page.join('\n')}`));
  }

  it('says how far the API is taken', () => {
    const { emulator: _emulator, ...listed } = quill;
    const text = referencePage({ ...listed, rung: 'listed' }, names);
    assert.match(
      text,
      /\n\nRequests can be filled in, checked and sent, and documents are listed\. There is no emulator\.\n\n/,
    );
  });

  it('describes an object once that several operations take', () => {
    const address = z.object({
      street: z.string(),
      town: z.string(),
      zip: z.string(),
      land: z.string(),
      box: z.string(),
    });
    const member = (id: string, title: string) => ({
      ...addMember,
      id,
      title,
      request: { body: z.object({ address: address.optional(), all: z.array(address.meta({ title: 'Place' })) }) },
    });
    const operations = [member('quill/add', 'Add'), member('quill/change', 'Change')];
    const text = referencePage({ ...quill, operations } as Provider, names);
    assert.equal(text.match(/^### Address$/gm)?.length, 1);
    assert.equal(text.match(/^\| `street` \|/gm)?.length, 1);
    assert.equal(text.match(/^\| `all` \| list of \[Address\]\(#address\) \|/gm)?.length, 2);
  });

  it('says of an environment what it takes', () => {
    const [production] = quill.environments;
    assert.ok(production);
    const source = 'https://quill.example/docs/limits';
    const limits = { calls: { minute: 30, hour: 200 }, others: ['No files on Sundays.'], source };
    const text = referencePage({ ...quill, environments: [{ ...production, limits }] }, names);
    assert.match(
      text,
      /\| yes \| At most 30 calls a minute and 200 an hour\.<br>No files on Sundays\. \[2\]\(#sources\) \|/,
    );
    assert.match(text, /\n2\. <https:\/\/quill\.example\/docs\/limits>\n/);
  });

  it('says first that an API is retired', () => {
    const text = referencePage({ ...quill, notice: 'Retired <now>.' }, names);
    assert.match(text, /^# Quill\n\n> Retired &lt;now>\.\n/m);
  });

  it('shows prefixes of paths, and that there may be none', () => {
    const pathPrefix = { default: '/api', known: ['/api', ''], description: 'Sources disagree.' };
    const text = referencePage({ ...quill, pathPrefix }, names);
    assert.match(text, /Default `\/api`; known are `\/api`, none at all\. Sources disagree\./);
  });

  it('leaves out what a provider does not have', () => {
    const text = referencePage({ ...quill, gaps: [] }, names);
    assert.doesNotMatch(text, /Gaps|In the tree/);
  });
});
