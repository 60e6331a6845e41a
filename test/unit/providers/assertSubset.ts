import assert from 'node:assert/strict';

/** Objects may hold more than is expected, arrays and everything else must be equal. */
export function assertSubset(actual: unknown, expected: unknown, at = ''): void {
  const place = at === '' ? 'the value' : at;
  if (isPattern(expected)) {
    assert.equal(typeof actual, 'string', `${place} must be a text`);
    assert.match(String(actual), new RegExp(expected.$matches), place);
    return;
  }
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual), `${place} must be an array, but is ${JSON.stringify(actual)}`);
    assert.equal(actual.length, expected.length, `items of ${place}: ${JSON.stringify(actual)}`);
    for (const [index, item] of expected.entries()) assertSubset(actual[index], item, `${at}/${index}`);
    return;
  }
  if (!isObject(expected)) {
    assert.deepEqual(actual, expected, `${place}: ${JSON.stringify(actual)}`);
    return;
  }
  assert.ok(isObject(actual), `${place} must be an object, but is ${JSON.stringify(actual)}`);
  for (const [key, value] of Object.entries(expected)) assertSubset(actual[key], value, `${at}/${key}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPattern(value: unknown): value is { readonly $matches: string } {
  return isObject(value) && typeof value['$matches'] === 'string';
}
