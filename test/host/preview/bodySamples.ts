import type { BodyPreview, ReplyState } from '../../../src/protocol/reply';

type Replied = Extract<ReplyState, { kind: 'replied' }>;

const none: BodyPreview = { text: '', language: 'none', truncated: false };
const pixels =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMjAiIGhlaWdodD0iODAiPjxwYXRoIGQ9Ik0xMCA2MEM0MCAxMCA2MCA5MCA5MCA0MHM2MC0zMCAxMTAgMTAiIGZpbGw9Im5vbmUiIHN0cm9rZT0iIzEyMzQ4OCIgc3Ryb2tlLXdpZHRoPSI0Ii8+PC9zdmc+';

const timing = { lookupMs: 12, connectMs: 21, tlsMs: 44, waitingMs: 83, downloadMs: 22 };

/** Replies whose bodies are something else than a text that was read whole. */
export function bodySamples(replied: Replied): Readonly<Record<string, () => ReplyState>> {
  return { ...largeSamples(replied), ...fileSamples(replied) };
}

function largeSamples(replied: Replied): Readonly<Record<string, () => ReplyState>> {
  return {
    'body-kept': () => ({
      ...replied,
      timing,
      size: 104_857_600,
      wireSize: 9_800_000,
      body: { ...replied.body, truncated: true },
      remarks: [
        'The reply is larger than what is read: it was not compared with its documentation, and links in it were not looked for.',
      ],
      large: {
        text: 'All of it is in a private file, secrets included, until this window is closed.',
        isKept: true,
        canBeOpened: false,
      },
    }),
    'body-lost': () => ({
      ...replied,
      size: 20_000_000,
      body: { ...replied.body, truncated: true },
      large: {
        text: 'The rest is lost: the disk was full after 20 MB.',
        isKept: false,
        canBeOpened: false,
      },
    }),
  };
}

function fileSamples(replied: Replied): Readonly<Record<string, () => ReplyState>> {
  return {
    'body-pdf': () => ({
      ...replied,
      timing,
      size: 183_500,
      body: none,
      content: {
        kind: 'pdf',
        facts: {
          version: '1.7',
          pages: 12,
          title: 'Service agreement',
          isEncrypted: false,
          signatures: 2,
          isChangedSince: false,
          isCut: false,
        },
      },
    }),
    'body-image': () => ({
      ...replied,
      size: 4_913,
      body: none,
      content: { kind: 'image', name: 'image/png', source: pixels },
    }),
    'body-binary': () => ({
      ...replied,
      size: 4_913,
      body: none,
      content: {
        kind: 'binary',
        name: 'application/zip',
        hex: '00000000  50 4b 03 04 14 00 08 08 08 00 21 75 77 5b 00 00  PK........!uw[..\n00000010  00 00 00 00 00 00 00 00 00 00 0a 00 00 00 61 2e  ..............a.',
      },
    }),
    'body-page': () => ({
      ...replied,
      isAnswer: false,
      failed: true,
      status: 502,
      statusText: 'Bad Gateway',
      content: { kind: 'page' },
      body: { text: '<!doctype html><title>502</title><h1>Bad gateway</h1>', language: 'text', truncated: false },
    }),
    'body-not-kept': () => ({
      ...replied,
      size: 183_500,
      body: none,
      content: { kind: 'notKept', name: 'application/pdf' },
    }),
  };
}
