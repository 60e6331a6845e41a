import assert from 'node:assert/strict';
import { readable } from '../../../../src/core/forms/shapes/label';

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
