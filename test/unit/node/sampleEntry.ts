import type { HistoryEntry } from '../../../src/core/history/entry';

export function sampleEntry(id: string, body = '{}'): HistoryEntry {
  return {
    version: 1,
    id,
    sentAt: 1,
    provider: 'demo',
    operation: 'demo/a',
    connection: 'emulator',
    environment: 'Emulator',
    baseUrl: 'http://127.0.0.1:1',
    request: { operation: 'demo/a', connection: 'emulator', body: { text: 'a' } },
    sent: { method: 'POST', url: 'http://127.0.0.1:1/a', headers: {}, body: '{"text":"a"}' },
    outcome: {
      kind: 'replied',
      status: 200,
      statusText: 'OK',
      failed: false,
      headers: {},
      body,
      truncated: false,
      size: body.length,
      durationMs: 5,
    },
  };
}
