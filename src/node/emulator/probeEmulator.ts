import http from 'node:http';
import { loopbackAddress } from '../../core/addresses/address';
import { isRecord } from '../../core/json/jsonKinds';
import { controlPath, type EmulatorStatus, emulatorProduct } from '../../emulator/control';

const longestStatus = 10_000;

/** The emulator that answers at this address already, undefined when something else or nothing does. */
export function probeEmulator(baseUrl: string, timeoutMs = 1000): Promise<EmulatorStatus | undefined> {
  const url = loopbackAddress(baseUrl, controlPath);
  if (url === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const request = http.get(url, { timeout: timeoutMs }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > longestStatus) request.destroy();
      });
      response.on('end', () => resolve(readStatus(text)));
      response.on('error', () => resolve(undefined));
      response.on('close', () => resolve(undefined));
    });
    request.on('timeout', () => request.destroy());
    // Nobody listens, or it is not HTTP: not an emulator either way.
    request.on('error', () => resolve(undefined));
  });
}

function readStatus(text: string): EmulatorStatus | undefined {
  try {
    const status: unknown = JSON.parse(text);
    return isStatus(status) ? status : undefined;
  } catch {
    // Something else answers on this port.
    return undefined;
  }
}

function isStatus(value: unknown): value is EmulatorStatus {
  if (!isRecord(value) || value['product'] !== emulatorProduct || typeof value['provider'] !== 'string') return false;
  const { startedAt, now, counts } = value;
  return [startedAt, now].every(isTime) && isRecord(counts) && countNames.every((name) => isCount(counts[name]));
}

const countNames = ['requests', 'refused', 'signed', 'declined'] as const satisfies (keyof EmulatorStatus['counts'])[];

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value);
}
