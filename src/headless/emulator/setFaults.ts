import { controlHeader, controlPath } from '../../emulator/control';
import type { RunningEmulators } from '../../node/emulator/runningEmulators';

/** Sets the faults of `[PROVIDER:]JSON`; what is wrong with one, where something is. */
export function setFaults({ servers }: RunningEmulators, faults: readonly string[]): string | undefined {
  for (const text of faults) {
    const [, provider, json = ''] = /^(?:([a-z\d-]+):)?([\s\S]*)$/.exec(text) ?? [];
    const wanted = servers.filter((one) => provider === undefined || one.provider === provider);
    if (wanted.length === 0) return `--fault ${text}: there is no emulator of "${provider}".`;
    for (const { emulator, baseUrl } of wanted) {
      const { status, body } = emulator.handle({
        method: 'POST',
        path: `${controlPath}/faults`,
        query: {},
        headers: { [controlHeader]: '1' },
        body: new TextEncoder().encode(json),
        baseUrl,
      });
      if (status !== 200) return `--fault ${text}: ${messageIn(body)}`;
    }
  }
  return undefined;
}

function messageIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : 'it was refused.';
}
