import * as z from 'zod';
import { lastDate } from '../lastDate';
import { checksum } from './checksum';

export const snapshotForm = 1;

/** All that an emulator remembers of its API, in a form that outlives it. */
export const snapshotBody = z.object({
  product: z.literal('E-Sign Workbench emulator'),
  form: z.literal(snapshotForm),
  provider: z.string(),
  takenAt: z.iso.datetime().meta({ description: 'ISO 8601, by its own clock.' }),
  aheadMs: z.number().min(0).max(lastDate).meta({ description: 'Of the real time.' }),
  speed: z.number().min(1).max(100_000),
  switches: z.array(z.string()),
  vendorWebhook: z.exactOptional(z.string()),
  checksum: z.string().meta({ description: 'Of "state": who wants documents of their own writes a seed.' }),
  state: z.record(z.string(), z.unknown()).meta({ secret: true }),
});

export type Snapshot = z.output<typeof snapshotBody>;

/** The snapshot that a value is, or why it is none for this provider. */
export function readSnapshot(value: unknown, provider: string): Snapshot | string {
  const form = z.object({ form: z.number() }).safeParse(value).data?.form;
  if (form !== undefined && form !== snapshotForm)
    return `The state has the form ${form}, and this version of the product reads ${snapshotForm}.`;
  const read = snapshotBody.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? 'it' : `"${issue.path.join('.')}"`;
    return `This is no state of an emulator: ${place} is missing, or not what this version of the product writes.`;
  }
  const snapshot = read.data;
  if (snapshot.provider !== provider) return `The state is of "${snapshot.provider}", and this is "${provider}".`;
  if (snapshot.checksum !== checksum(JSON.stringify(snapshot.state)))
    return 'The state was changed or cut since it was written: its checksum is another.';
  return snapshot;
}
