import assert from 'node:assert/strict';
import * as z from 'zod';
import { loadFiles } from '../../../../src/core/attachments/loadFiles';
import { defineOperation } from '../../../../src/core/operation';

const post = defineOperation({
  id: 'parcel/post',
  title: 'Post',
  summary: 'Takes files.',
  method: 'POST',
  path: '/files',
  docs: 'https://parcel.example/docs/post',
  request: {
    body: z.object({
      file: z.string().meta({ widget: 'file' }).optional(),
      content: z.string().meta({ widget: 'fileBase64' }).optional(),
    }),
  },
  replies: { 200: z.undefined() },
  examples: [],
});

const disk: Readonly<Record<string, string>> = {
  'a.pdf': '%PDF-1.7 … %%EOF',
  'scans/Vertrag': '%PDF-1.7 … /Encrypt … %%EOF',
  'empty.pdf': '',
  'fake.pdf': 'hello',
  'bytes.pdf': '\x00\x01\x02',
  JVBERi0xLjQK: 'a file of that very name',
  'photo.jpg': '\xff\xd8\xff\xe0',
  'report.docx': 'PK\x03\x04..word/document.xml',
};

async function load(field: 'file' | 'content', value: string) {
  return loadFiles(post, { body: { [field]: value } }, async (path) => {
    const text = Object.hasOwn(disk, path) ? disk[path] : undefined;
    if (text === undefined) return { kind: 'unreadable', reason: 'There is no such file.' };
    return { kind: 'read', name: path.split('/').at(-1) ?? '', bytes: Buffer.from(text, 'latin1') };
  });
}

const base64 = (content: string) => Buffer.from(content, 'latin1').toString('base64');

describe('A file field says what it took', () => {
  const taken: [field: 'file' | 'content', value: string, text: string, warnings: readonly string[]][] = [
    ['file', 'a.pdf', 'a.pdf, 16 bytes, PDF', []],
    ['file', 'scans/Vertrag', 'scans/Vertrag, 27 bytes, PDF (encrypted)', []],
    ['content', 'scans/Vertrag', 'scans/Vertrag, 27 bytes, PDF (encrypted)', []],
    ['file', 'empty.pdf', 'empty.pdf, 0 bytes, empty', ['empty_file: empty.pdf is empty.']],
    ['file', 'fake.pdf', 'fake.pdf, 5 bytes, text', ['not_a_pdf: fake.pdf is no PDF: by its first bytes it is: text.']],
    [
      'file',
      'bytes.pdf',
      'bytes.pdf, 3 bytes, unknown kind',
      ['not_a_pdf: bytes.pdf is no PDF: it does not begin as one.'],
    ],
    ['file', 'photo.jpg', 'photo.jpg, 4 bytes, JPEG image', []],
    ['file', 'report.docx', 'report.docx, 23 bytes, Word document', []],
    ['file', 'data:text/plain,hello', '5 bytes of content given as text, text', []],
    [
      'file',
      `data:application/pdf;name=b.pdf;base64,${base64('%PDF-1.4')}`,
      '8 bytes of content given as text for b.pdf, PDF (its end is missing)',
      [],
    ],
    [
      'content',
      'data:application/pdf,hello',
      '5 bytes of content given as text, text',
      ['not_a_pdf: The content is no PDF: by its first bytes it is: text.'],
    ],
    ['content', base64('%PDF-1.4 …'), '10 bytes of content given as text, PDF (its end is missing)', []],
    ['content', base64('\x89PNG\r\n\x1a\n1'), '9 bytes of content given as text, PNG image', []],
    ['content', base64('hello '.repeat(1000)), '6 kB of content given as text, text', []],
    ['content', 'JVBERi0xLjQK', 'JVBERi0xLjQK, 24 bytes, text', []],
  ];
  for (const [field, value, text, warnings] of taken) {
    it(`${field} ${value.slice(0, 60)}`, async () => {
      const outcome = await load(field, value);
      assert.ok(outcome.kind === 'loaded', JSON.stringify(outcome));
      const [attachment, ...others] = outcome.attachments;
      assert.equal(others.length, 0);
      assert.equal(attachment?.text, text);
      assert.deepEqual(
        attachment.warnings.map(({ code, message }) => `${code}: ${message}`),
        warnings,
      );
      for (const warning of attachment.warnings) {
        assert.deepEqual([warning.pointer, warning.severity], [`/body/${field}`, 'warning']);
      }
    });
  }

  it('base64 goes out as it was written, a file as its content', async () => {
    const written = `${base64('%PDF-1.4 …').slice(0, 8)}\n${base64('%PDF-1.4 …').slice(8)}`;
    const asWritten = await load('content', written);
    assert.ok(asWritten.kind === 'loaded');
    assert.deepEqual(asWritten.values.body, { content: written });
    const asFile = await load('content', 'a.pdf');
    assert.ok(asFile.kind === 'loaded');
    assert.deepEqual(asFile.values.body, { content: base64(disk['a.pdf'] ?? '') });
  });

  const problems: [field: 'file' | 'content', value: string, reason: RegExp][] = [
    ['content', 'scans/Vertrak', /^There is no such file\.$/],
    ['content', 'scan/Vertrag', /^There is no such file\. Content .* data:<type>;base64/],
    ['content', 'contract', /^There is no such file\./],
    ['file', base64('%PDF-1.4 …'), /^There is no such file\.$/],
    ['content', `${' '.repeat(40_000)}!`, /^There is no such file\.$/],
    ['file', 'data:application/pdf;name=50%.pdf;base64,JVBERi0xLjQK', /The name "50%\.pdf"/],
  ];
  for (const [field, value, reason] of problems) {
    it(`${field} ${value.trim().slice(0, 60)} is a problem, never content`, async () => {
      const outcome = await load(field, value);
      assert.ok(outcome.kind === 'failed' && outcome.problem.kind === 'unreadableFile', JSON.stringify(outcome));
      assert.match(outcome.problem.reason, reason);
      assert.ok(outcome.problem.path.length <= 201);
    });
  }
});
