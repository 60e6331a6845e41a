import assert from 'node:assert/strict';
import vm from 'node:vm';
import fc from 'fast-check';
import { pathSegment } from '../../../src/core/addresses/pathSegment';
import { encodeMultipart } from '../../../src/core/requests/multipart';
import { getAt, joinPointer } from '../../../src/core/requests/pointer';
import { compare } from '../../../src/core/scenarios/criteria/holds';
import { valuesText } from '../../../src/core/scenarios/exporting/javascript/valuesText';
import { runs } from '../../unit/fixtures/runs';

const operators = ['==', '!=', '<', '<=', '>', '>='] as const;

/** What exported files bring along, as functions. */
const names = ['at', 'compare', 'segment', 'form', 'base64', 'content', 'multipart'];
const runtime: Readonly<Record<string, (...values: unknown[]) => unknown>> = vm.runInNewContext(
  `${valuesText}; ({ ${names.join(', ')} })`,
);

function called(name: string, ...values: readonly unknown[]): unknown {
  return runtime[name]?.(...values);
}

const whole = fc.string({ unit: 'grapheme' });

/* Exported scripts stand alone, so they bring along what the product has itself: both say the same. */
describe('What exported scripts bring along', () => {
  it('compares as scenarios do', () => {
    const value = fc.oneof(
      fc.constantFrom('A', 'a', 'ß', 'SS', '200', ' 200', '2e2', 'true', '', '0', 200, 0, true, false, null, undefined),
      fc.string({ maxLength: 2 }),
      fc.integer(),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(value, value, (left, right) => {
        for (const operator of operators) {
          assert.equal(called('compare', operator, left, right), compare(operator, left, right), operator);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('reads pointers as scenarios do', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const keys = fc.array(fc.oneof(fc.constantFrom('0', '1', '-', '00', '__proto__', 'length', 'a'), fc.string()));
    fc.assert(
      fc.property(value, keys, (one, path) => {
        assert.equal(called('at', one, path), getAt(one, joinPointer('', ...path)));
      }),
    );
  });

  it('writes segments, forms, base64 and bodies of several parts as requests have them', () => {
    fc.assert(
      fc.property(whole, whole, fc.uint8Array({ maxLength: 9 }), (one, other, bytes) => {
        const own = pathSegment(one);
        if (own.kind === 'segment') assert.equal(called('segment', 'id', one), own.text);
        const pairs = [
          [one, other],
          [other, one],
        ];
        assert.equal(called('form', pairs), new URLSearchParams(pairs).toString());
        assert.equal(called('base64', one), Buffer.from(one).toString('base64'));
        const encoded = Buffer.from(bytes).toString('base64');
        assert.equal(called('content', encoded), Buffer.from(bytes).toString('latin1'));
        const file = { name: 'a.pdf', isNamed: true, mediaType: 'application/pdf', bytes, path: undefined };
        const body = encodeMultipart(
          { [one]: other, file: '' },
          new Map([['/body/file', file]]),
          '----esign-export-boundary',
        );
        const parts = [
          { name: one, value: other },
          { name: 'file', fileName: 'a.pdf', mediaType: 'application/pdf', bytes: encoded },
        ];
        if (one !== 'file' && !/^(?:0|[1-9]\d*)$/.test(one)) {
          assert.deepEqual(Buffer.from(called('multipart', parts) as Uint8Array), Buffer.from(body.bytes ?? []));
        }
      }),
    );
  });

  it('refuses segments that lead elsewhere', () => {
    for (const value of ['', ' ', '.', '..', '%2e%2e', null, {}]) {
      assert.throws(() => called('segment', 'id', value), /nothing was sent/);
    }
  });
});
