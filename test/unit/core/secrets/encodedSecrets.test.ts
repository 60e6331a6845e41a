import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskerOf } from '../../../../src/core/secrets/masker';

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
  const decoded = digits.flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  );
  return [...pieces, ...decoded, ...decoded.map((run) => Buffer.from(run, 'base64').toString('latin1'))];
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
