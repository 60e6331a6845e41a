import assert from 'node:assert/strict';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { parseRequestFile } from '../../src/core/requests/requestFile';
import { largeAccount, readDocuments } from '../bench/growth/fixtures/largeAccount';
import { operation, signersFacts, signersText } from '../bench/growth/fixtures/signersRequest';

describe('Large inputs', () => {
  for (const kind of ['right', 'wrong'] as const) {
    it(`${kind} signers: roles are looked at, and told of, no oftener for each signer when there are more`, () => {
      const [few, many] = [checked(20, kind), checked(200, kind)];
      assert.ok(few.looks > 0);
      assert.ok(many.looks <= 10 * few.looks, `${many.looks} against ${few.looks} looks`);
      // Of the others, numbers have a digit more.
      assert.ok(many.told <= 12 * few.told, `${many.told} against ${few.told} characters`);
    });
  }

  it('an emulator looks through its documents once, not once for each page', async () => {
    let looks = 0;
    const call = largeAccount(2000, () => {
      looks += 1;
    });
    const { items, pages } = await readDocuments(call);
    assert.equal(items.length, 2000);
    assert.ok(pages > 20);
    // Twice for two lists, and once to be shown.
    assert.ok(looks <= 3 * items.length, `${looks} looks`);
  });
});

function checked(count: number, kind: 'right' | 'wrong') {
  let looks = 0;
  const facts = signersFacts(count);
  const roles = facts.roles.map(({ id, name, order }) => ({
    order,
    get id() {
      looks += 1;
      return id;
    },
    get name() {
      looks += 1;
      return name;
    },
  }));
  const parsed = parseRequestFile(signersText(count, kind));
  assert.ok(parsed.kind === 'parsed');
  const { issues } = validateRequest(operation, parsed.request, { ...facts, roles });
  assert.equal(issues.length > 0, kind === 'wrong');
  return { looks, told: issues.reduce((sum, { message }) => sum + message.length, 0) };
}
