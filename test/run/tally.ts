import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an emulator was held to that is not ours. */
export type TallyRow =
  | {
      readonly kind: 'reply';
      readonly provider: string;
      /** How many printed keys and items were compared. */
      readonly keys: number;
      /** How many lists and nulls say nothing of what stands inside. */
      readonly unprinted: number;
      readonly departures: readonly { readonly pointers: readonly string[]; readonly reason: string }[];
    }
  | { readonly kind: 'roundTrip'; readonly provider: string }
  /** One case of a client that others wrote. */
  | { readonly kind: 'client'; readonly provider: string; readonly client: string; readonly calls: number };

/** Leaves a row for the process that adds them up, if there is one. */
export function tally(row: TallyRow): void {
  const folder = process.env['ESIGN_TEST_TALLY'];
  if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(row)}\n`);
}
