import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fromBase64, toBase64 } from '../../../../src/core/attachments/base64';
import { nameOfDataUri, readDataUri, writeDataUri } from '../../../../src/core/attachments/dataUri';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('readDataUri', () => {
  const read: [uri: string, name: string, mediaType: string, content: string][] = [
    ['data:,hello', 'document.pdf', 'application/octet-stream', 'hello'],
    ['data:text/plain,a%20b,c', 'document.pdf', 'text/plain', 'a b,c'],
    ['data:,%FF%00', 'document.pdf', 'application/octet-stream', '\xff\0'],
    ['data:application/pdf;base64,JVBERi0=', 'document.pdf', 'application/pdf', '%PDF-'],
    ['data:application/pdf;base64,JVBERi0', 'document.pdf', 'application/pdf', '%PDF-'],
    ['data:application/pdf;base64,JVBE\nRi0%3D', 'document.pdf', 'application/pdf', '%PDF-'],
    ['DATA:text/plain;charset=utf-8;name=50%25.txt;BASE64,aGk=', '50%.txt', 'text/plain', 'hi'],
  ];
  for (const [uri, name, mediaType, content] of read) {
    it(`reads ${uri}`, () => {
      const outcome = readDataUri(uri);
      assert.ok(outcome.kind === 'read');
      assert.deepEqual([outcome.name, outcome.mediaType, text(outcome.bytes)], [name, mediaType, content]);
    });
  }

  const unreadable: [uri: string, reason: RegExp][] = [
    ['data:application/pdf;name=50%.pdf;base64,JVBERi0xLjQK', /The name "50%\.pdf" .* write it as %25/],
    ['data:application/pdf;name=%zz;base64,AAAA', /The name "%zz"/],
    ['data:application/pdf;name=%FF;base64,AAAA', /The name "%FF"/],
    ['data:text/plain,100%', /The content .* holds a %/],
    ['data:application/pdf;base64,JVB!', /not base64/],
    ['data:application/pdf;base64,JVBER', /not base64/],
    ['data:application/pdf;base64', /a comma in front of its content/],
    ['data:pdf;base64,AAAA', /"pdf" .* no media type/],
    ['data:text/plain\r\nX-A: b;base64,AAAA', /no media type/],
  ];
  for (const [uri, reason] of unreadable) {
    it(`says what is wrong with ${JSON.stringify(uri)}`, () => {
      const outcome = readDataUri(uri);
      assert.ok(outcome.kind === 'unreadable');
      assert.match(outcome.reason, reason);
    });
  }

  it('never throws', () => {
    const piece = fc.constantFrom('data:', 'a/b', ';', 'name=', '%', '%zz', '%41', 'base64', ',', '=', '\ud800', '!');
    void fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        assert.ok(['read', 'unreadable'].includes(readDataUri(`data:${pieces.join('')}`).kind));
      }),
    );
  });

  it('reads back what was written', () => {
    const mediaType = fc.constantFrom('application/pdf', 'text/plain', 'image/svg+xml');
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), mediaType, fc.uint8Array(), (name, type, bytes) => {
        const outcome = readDataUri(writeDataUri({ name, mediaType: type, bytes }));
        assert.deepEqual(outcome, { kind: 'read', name, isNamed: true, mediaType: type, bytes });
      }),
    );
  });
});

describe('fromBase64', () => {
  it('reads back every byte', () => {
    void fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromBase64(toBase64(bytes)), bytes)));
  });

  it('takes text that is none in one go, however long', () => {
    assert.equal(fromBase64(`${' '.repeat(4_000_000)}!`), undefined);
    assert.equal(fromBase64(`${'='.repeat(4_000_000)}!`), undefined);
    assert.equal(fromBase64(`${'A'.repeat(4_000_000)}!`), undefined);
  });
});

describe('nameOfDataUri', () => {
  const names: readonly [uri: string, name: string | undefined][] = [
    ['data:application/pdf;name=a%20b.pdf;base64,AAAA', 'a b.pdf'],
    ['data:;name=%zz,', undefined],
    ['data:application/pdf;base64,AAAA;name=x', undefined],
    ['contract.pdf', undefined],
    ['', undefined],
  ];
  for (const [uri, name] of names) {
    it(`${name ?? 'none'} in ${uri}`, () => assert.equal(nameOfDataUri(uri), name));
  }
});
