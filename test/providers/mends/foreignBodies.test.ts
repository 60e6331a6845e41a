import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateRequest } from '../../../src/core/forms/checks/validateRequest';
import type { RequestValues } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { parseRequestFile, type RequestFile } from '../../../src/core/requests/requestFile';
import { withForeignBody } from '../../../src/core/translation/foreignBody';
import { providers } from '../../../src/providers';
import { createParcel, toyEntries } from '../../unit/fixtures/toyTranslation';

interface KnownTranslation {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly given: RequestValues;
  readonly made: RequestValues;
  readonly leftOut: readonly string[];
}

async function looked(registry: ProviderRegistry, text: string) {
  const parsed = parseRequestFile(text);
  assert.ok(parsed.kind === 'parsed');
  const target = await registry.operation(parsed.request.operation);
  assert.ok(target);
  const { issues } = validateRequest(target.operation, parsed.request, undefined, {
    siblings: target.provider,
    written: parsed.request.written,
  });
  return withForeignBody(registry, target, parsed.request, issues);
}

const mendOf = (issues: Awaited<ReturnType<typeof looked>>) =>
  issues.find(({ code, mend }) => code === 'other_call' && mend !== undefined);

describe('A body of another provider, in a call that it can be made into', () => {
  const registry = new ProviderRegistry(providers);

  for (const { id } of providers) {
    const folder = join('src', 'providers', id, 'translations');
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    for (const file of files) {
      const known = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly KnownTranslation[];
      for (const { name, from, to, given, made } of known.filter(isWhole)) {
        if (!registry.translationsOf(from, given).some((one) => one.to === to)) continue;
        it(`is recognised, and translated by its mend: ${file}, ${name}`, async () => {
          const request = { operation: to, connection: 'mine', path: made.path ?? {}, body: given.body ?? {} };
          const text = JSON.stringify(request, undefined, 2);
          const before = await looked(registry, text);
          const issue = mendOf(before);
          assert.ok(issue?.mend, JSON.stringify(before));
          const after = editTexts(text, issue.mend.edits);
          assert.deepEqual(JSON.parse(after), { ...request, body: made.body });
          const left = await looked(registry, after);
          const { open = [] } = issue.mend;
          assert.ok(left.filter(({ pointer }) => !open.includes(pointer)).length < before.length);
          assert.equal(mendOf(left), undefined);
        });
      }
    }
  }
});

/** References and odd values are the business of the translation's own tests; one value tells of no call. */
function isWhole({ given: { body } }: KnownTranslation): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length > 2;
}

describe('A body of one toy API in the other', () => {
  const registry = new ProviderRegistry(toyEntries());
  const body = {
    subject: 'Hello',
    urgency: 'urgent',
    scent: 'rose',
    readers: [{ first: 'Ann', last: 'Ash', mail: 'a@b.example' }],
  };
  const letter: RequestFile = { operation: createParcel.id, connection: 'x', path: { depot: 'east' }, body };

  it('says what has no counterpart, and what is left to a person', async () => {
    const issue = mendOf(await looked(registry, JSON.stringify(letter)));
    assert.equal(
      issue?.message,
      'This looks like the body of “Create a letter” of Ink. Without a counterpart here: Scent (Parcels smell of nothing).',
    );
    assert.equal(issue?.mend?.title, 'Translate it into Twine');
  });

  it('keeps the digits of numbers', async () => {
    const text = JSON.stringify({ ...letter, body: { ...body, pages: 7 } }).replace('"pages":7', '"pages":1.10');
    const issue = mendOf(await looked(registry, text));
    assert.match(editTexts(text, issue?.mend?.edits ?? []), /"sheets": ?1\.10/);
  });

  it('is not looked for in a body of its own', async () => {
    const own = { ...letter, body: { label: 'Hi', speed: 'slow', language: 'en', nots: 'x' } };
    assert.equal(mendOf(await looked(registry, JSON.stringify(own))), undefined);
  });
});
