import assert from 'node:assert/strict';
import { closest } from '../../../../src/core/forms/closest';
import { readable } from '../../../../src/core/forms/label';

describe('readable', () => {
  const cases: [key: string, label: string][] = [
    ['first_name', 'First name'],
    ['UserEmail', 'User email'],
    ['operationModeSmsConfig', 'Operation mode SMS config'],
    ['packageId', 'Package ID'],
    ['returnURL', 'Return URL'],
    ['URLOfPage', 'URL of page'],
    ['redirect-uri', 'Redirect URI'],
    ['order[createdAt]', 'Order[created at]'],
    ['x', 'X'],
    ['', ''],
    ['__proto__', 'Proto'],
  ];
  for (const [key, label] of cases) it(`shows "${key}" as "${label}"`, () => assert.equal(readable(key), label));
});

describe('closest', () => {
  const known = ['email', 'first_name', 'order', 'role', 'role_id'];
  const cases: [name: string, meant: string | undefined][] = [
    ['emial', 'email'],
    ['Email', 'email'],
    ['firstName', 'first_name'],
    ['roleid', 'role_id'],
    ['orders', 'order'],
    ['x', undefined],
    ['', undefined],
    ['document', undefined],
    ['e'.repeat(100_000), undefined],
  ];
  for (const [name, meant] of cases) {
    it(`takes "${name.slice(0, 20)}" for ${meant ?? 'nothing known'}`, () => assert.equal(closest(name, known), meant));
  }
});
