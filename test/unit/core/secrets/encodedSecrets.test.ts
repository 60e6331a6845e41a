import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { runs } from '../../fixtures/runs';

/** How a text of a secret and what is around it may be written. */
const encodings: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['base64', base64],
  ['base64 for URLs without padding', (text) => Buffer.from(text).toString('base64url')],
  ['base64 twice', (text) => base64(base64(text))],
  ['base64 for URLs twice', (text) => Buffer.from(Buffer.from(text).toString('base64url')).toString('base64url')],
  ['base64 for URLs in base64 with a name', (text) => base64(`key=${Buffer.from(text).toString('base64url')}`)],
  ['base64 in lines of 64', (text) => lines(base64(text), 64, '\n')],
  ['base64 in lines of 76', (text) => lines(base64(text), 76, '\r\n')],
  ['base64 in lines of a header', (text) => lines(base64(text), 60, '\r\n ')],
  ['base64 twice in lines', (text) => lines(base64(base64(text)), 76, '\r\n')],
  ['base64 in lines, in JSON', (text) => JSON.stringify({ data: lines(base64(text), 76, '\r\n') })],
  ['base64 in lines, in JSON that is broken', (text) => `{"data":${JSON.stringify(lines(base64(text), 64, '\n'))},,`],
  ['an address in base64', (text) => base64(encodeURIComponent(text))],
  ['a form in base64', (text) => base64(new URLSearchParams([['text', text]]).toString())],
  ['JSON in base64', (text) => base64(JSON.stringify({ text }))],
  ['JSON of PHP in base64', (text) => base64(JSON.stringify({ text }).replaceAll('/', '\\/'))],
  ['hexadecimal digits in lines', (text) => lines(Buffer.from(text).toString('hex'), 64, '\n')],
  ['base64 of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('base64')],
  ['base64 of UTF-16, highest byte first', (text) => Buffer.from(text, 'utf16le').swap16().toString('base64')],
  ['base64 of Latin-1', (text) => Buffer.from(text, 'latin1').toString('base64')],
  ['hexadecimal digits of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('hex')],
  ['hexadecimal digits of UTF-16, highest byte first', (text) => Buffer.from(text, 'utf16le').swap16().toString('hex')],
  ['hexadecimal digits with colons', (text) => bytes(text).map(hex).join(':')],
  ['hexadecimal digits with blanks', (text) => bytes(text).map(hex).join(' ').toUpperCase()],
  ['hexadecimal digits with hyphens', (text) => bytes(text).map(hex).join('-')],
  [
    'hexadecimal numbers',
    (text) =>
      `{ ${bytes(text)
        .map((byte) => `0x${hex(byte)}`)
        .join(', ')} }`,
  ],
  ['hexadecimal digits with colons, in JSON', (text) => JSON.stringify({ data: bytes(text).map(hex).join(':') })],
  ['a buffer in JSON', (text) => JSON.stringify({ data: Buffer.from(text) })],
  ['a list of bytes', (text) => JSON.stringify(bytes(text), undefined, 1)],
  ['a list of bytes within JSON that is broken', (text) => `{"data":${JSON.stringify(bytes(text))},,`],
  ['a list of bytes in a text of JSON', (text) => JSON.stringify({ data: JSON.stringify({ a: [1], b: bytes(text) }) })],
  ['code points', (text) => escaped(text, (code) => `\\u{${code.toString(16)}}`)],
  ['code points of Python', (text) => escaped(text, (code) => `\\U${code.toString(16).padStart(8, '0')}`)],
  [
    'octal digits',
    (text) =>
      bytes(text)
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join(''),
  ],
  [
    'bytes of Python',
    (text) =>
      bytes(text)
        .map((byte) => `\\x${hex(byte)}`)
        .join(''),
  ],
  ['HTML with names', (text) => html(text, ';').replaceAll('é', '&eacute;').replaceAll('\\', '&bsol;')],
  ['UTF-8 read as Latin-1', (text) => Buffer.from(text).toString('latin1')],
  ['Latin-1 read as UTF-8', (text) => Buffer.from(text, 'latin1').toString()],
  ['quoted-printable', quotedPrintable],
  ['quoted-printable of a page', (text) => quotedPrintable(`<p>${html(text, ';')}</p>`)],
  ['quoted-printable in JSON', (text) => JSON.stringify({ mail: quotedPrintable(text) })],
  ['HTML', (text) => html(text, ';')],
  ['HTML without semicolons', (text) => html(text, '')],
];

/** Random, and with characters that are written differently everywhere; numbers do not go on behind an entity. */
const secret = fc
  .stringMatching(/^[A-Z][a-z][\w+/="'<&é-]{9,40}[A-Z][a-z]$/)
  .map((text) => text.replace(/([&<>"'])\w/g, '$1-'));
const around = fc.stringMatching(/^[ .:,;()a-z]{0,120}$/).map((text) => `${text} `);

describe('Secrets that are encoded', () => {
  for (const [name, write] of encodings) {
    it(`are masked in ${name}, wherever they begin`, () => {
      fc.assert(
        fc.property(secret, around, around, (value, before, behind) => {
          // Who reads half of it in what stands around it learns nothing from the secret.
          fc.pre(!holdsPart(before, value) && !holdsPart(behind, value));
          const masker = maskerOf([{ name: 's', value }], undefined);
          const text = write(`${before}${value}${behind}`);
          for (const masked of [masker.text(text), masker.body(text, { side: 'reply' }).text]) {
            assert.match(masked, /‹secret:s›/);
            const readable = readings(masked).find((reading) => holdsPart(reading, value));
            assert.equal(readable, undefined, masked);
          }
        }),
        { numRuns: runs(30) },
      );
    });
  }

  it('are masked in the user and password of Basic', () => {
    fc.assert(
      fc.property(secret, fc.stringMatching(/^[a-z]{0,9}$/), (value, user) => {
        const masked = maskerOf([{ name: 's', value }], undefined).text(`sent "${base64(`${user}:${value}`)}"`);
        assert.ok(!holdsPart(Buffer.from(masked.slice(6), 'base64').toString(), value), masked);
      }),
    );
  });

  it('are not seen in what only has the same form', () => {
    const masker = maskerOf([{ name: 's', value: 'Tr0ub4dor/and+3' }], undefined);
    const table = [
      lines(base64('a long text that is none of it '.repeat(9)), 76, '\r\n'),
      'a =3D b=\n c &lt d &amp e',
      'x=C3=A9',
      '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 300, 84, 114]',
      'de:ad:be:ef:de:ad:be:ef:00:11:22:33 2026-11-27 08:04:28 12 34 56 78 90 12 34 56',
      'C:\\2024\\101\\Users &eacute; \\u{41} \\U00000041 é Ã©',
    ];
    for (const text of table) assert.equal(masker.text(text), text);
  });

  it('are not named by the masks of others', () => {
    const value = 'test-token-4711';
    const masker = maskerOf([{ name: 's', value }], undefined);
    for (const text of [`${value}: Abcdef12345678901`, `{"${value}":"Abcdef12345678901"}`, `x="${value}=Abc123def"`]) {
      for (const masked of [masker.text(text), masker.body(text, { side: 'reply' }).text]) {
        assert.ok(!masked.includes(value), masked);
      }
    }
  });
});

function bytes(text: string): readonly number[] {
  return [...Buffer.from(text)];
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function escaped(text: string, write: (code: number) => string): string {
  return Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');
}

/** Half of it in a row. */
function holdsPart(text: string, value: string): boolean {
  const length = Math.ceil(value.length / 2) + 1;
  return Array.from({ length: value.length - length }, (_none, at) => value.slice(at, at + length)).some((part) =>
    text.includes(part),
  );
}

/** What somebody gets who decodes what is left around the masks. */
function readings(masked: string): readonly string[] {
  const pieces = masked.split(/‹secret:[^›]*›/).flatMap((piece) => [piece, piece.replace(/\s|\\[rn]/g, '')]);
  const digits = pieces.flatMap((piece) => piece.match(/[\w+/-]{8,}/g) ?? []);
  const decoded = [
    ...digits.flatMap((run) =>
      [0, 1, 2, 3].flatMap((skip) => {
        const found = Buffer.from(run.slice(skip), 'base64');
        return [found.toString('latin1'), found.toString('latin1').replaceAll('\0', '')];
      }),
    ),
    ...pieces.flatMap((piece) => [
      unhexed(piece.match(/[\da-f]{2}/gi) ?? [], 16),
      unhexed(piece.match(/\d+/g) ?? [], 10),
      unhexed(piece.match(/(?<=\\)[0-3][0-7]{2}/g) ?? [], 8),
    ]),
  ];
  return [...pieces, ...decoded, ...decoded.map((run) => Buffer.from(run, 'base64').toString('latin1'))];
}

function unhexed(digits: readonly string[], base: number): string {
  return Buffer.from(digits.map((one) => Number.parseInt(one, base) & 0xff))
    .toString('latin1')
    .replaceAll('\0', '');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function lines(text: string, width: number, end: string): string {
  return text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${end}`);
}

function quotedPrintable(text: string): string {
  const quoted = [...Buffer.from(text)].map((byte) =>
    byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  );
  return quoted.join('').replace(/.{70}(?:=..)?/g, '$&=\r\n');
}

function html(text: string, end: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)}${end}`)
    .replaceAll(`&#38${end}`, `&amp${end}`);
}
