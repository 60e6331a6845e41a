import assert from 'node:assert/strict';
import { type FormParts, parseMultipart } from '../../../src/emulator/bodies/multipart';

interface Row {
  readonly name: string;
  readonly body: string;
  readonly parts: readonly (readonly [string, string])[];
}

const pdf = 'data:application/pdf;name=a%20%22b%22.pdf;base64,JVBERg==';
const file = 'Content-Disposition: form-data; name="file"; filename="a %22b%22.pdf"\r\nContent-Type: application/pdf';

describe('multipart body', () => {
  const rows: readonly Row[] = [
    {
      name: 'a field and a file',
      body: `--B\r\nContent-Disposition: form-data; name="text"\r\n\r\nhello\r\n--B\r\n${file}\r\n\r\n%PDF\r\n--B--\r\n`,
      parts: [
        ['text', 'hello'],
        ['file', pdf],
      ],
    },
    { name: 'no closing boundary', body: `--B\r\n${file}\r\n\r\n%PDF\r\n`, parts: [['file', pdf]] },
    { name: 'cut off behind the content', body: `--B\r\n${file}\r\n\r\n%PDF`, parts: [['file', pdf]] },
    { name: 'bare line feeds', body: `--B\n${file.replace('\r', '')}\n\n%PDF\n--B--\n`, parts: [['file', pdf]] },
    {
      name: 'an empty value',
      body: '--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n\r\n--B--',
      parts: [['text', '']],
    },
    {
      name: 'a name without quotes, a preamble and UTF-8',
      body: 'preamble\r\n--B\r\ncontent-disposition: form-data; name=text\r\n\r\nGrüße\r\nzwei\r\n--B--',
      parts: [['text', 'Grüße\r\nzwei']],
    },
    {
      name: 'a file without a type',
      body: '--B\r\nContent-Disposition: form-data; name="f"; filename="ü.bin"\r\n\r\nx\r\n--B--',
      parts: [['f', 'data:application/octet-stream;name=%C3%BC.bin;base64,eA==']],
    },
    { name: 'parts without name or headers', body: '--B\r\n\r\nx\r\n--B\r\nno blank line\r\n--B--', parts: [] },
    {
      name: 'lines that nearly are boundaries',
      body: '--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n--C\r\n-\n-- B\n--\r\n--B--',
      parts: [['text', '--C\r\n-\n-- B\n--']],
    },
    { name: 'nothing', body: '', parts: [] },
    { name: 'another boundary', body: '--C\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--C--', parts: [] },
  ];
  for (const row of rows) {
    it(row.name, () => check(row));
  }

  it('keeps every byte of a file', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_unused, index) => index);
    const head = '--B\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n';
    const [part] = partsOf(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--B--')]));
    assert.deepEqual(Buffer.from(part?.[1].split(',')[1] ?? '', 'base64'), Buffer.from(bytes));
  });

  function check({ body, parts }: Row): void {
    assert.deepEqual(partsOf(new TextEncoder().encode(body)), parts);
  }
});

function partsOf(body: Uint8Array): FormParts {
  const parsed = parseMultipart(body, 'B');
  assert.equal(parsed.kind, 'parsed');
  return parsed.parts.map(([name, value]) => [name, value]);
}
