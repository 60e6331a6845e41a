import type * as vscode from 'vscode';
import { isRecord } from '../../core/json/jsonKinds';
import { CallMeter, type CountRecord } from '../../core/sending/politeness/callMeter';

const key = 'esign.calls';

type State = Pick<vscode.ExtensionContext, 'globalState'>;

/** Counts on from what windows counted before, and keeps what this one counts: no restart makes an account fresh. */
export function createKeptMeter(context: State): CallMeter {
  let waiting = false;
  const meter = new CallMeter(Date.now, () => {
    if (waiting) return;
    waiting = true;
    // Many calls at once are written once.
    setImmediate(() => {
      waiting = false;
      keep(meter, context);
    });
  });
  read(meter, context);
  return meter;
}

function read(meter: CallMeter, { globalState }: State): void {
  const kept: unknown = globalState.get(key);
  meter.import(Object.fromEntries(Object.entries(isRecord(kept) ? kept : {}).filter(isCount)));
}

/** Another window may have written meanwhile: its calls are kept beside those of this one. */
function keep(meter: CallMeter, context: State): void {
  read(meter, context);
  void context.globalState.update(key, meter.export());
}

function isCount(entry: [string, unknown]): entry is [string, CountRecord] {
  const [, value] = entry;
  if (!isRecord(value)) return false;
  const { calls, blockedUntil } = value;
  const areTimes = Array.isArray(calls) && calls.every((at) => typeof at === 'number');
  return areTimes && (blockedUntil === undefined || typeof blockedUntil === 'number');
}
