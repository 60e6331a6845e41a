import * as z from 'zod';
import { keysOf, recordOf } from '../../../../core/typing/keysOf';
import { choice, text } from '../../../../kit/fields';
import { id, maybe, paging } from '../fields';
import { sampleIds } from '../sampleIds';

export const statuses = {
  draft: 'Draft',
  approval: 'In approval',
  ongoing: 'Ongoing',
  paused: 'Paused',
  done: 'Done',
  rejected: 'Rejected by an approver',
  declined: 'Declined by a signer',
  expired: 'Expired',
  canceled: 'Cancelled',
  deleted: 'Deleted',
} as const;

const statusMeanings = {
  draft: 'Not sent yet.',
  approval: 'Waits for its approvers.',
  ongoing: 'Waits for its signers.',
  paused: 'Nobody can sign until it is resumed.',
  done: 'Everybody has signed.',
  expired: 'The last day to sign has passed.',
  canceled: 'Taken back by the sender.',
  deleted: 'Deleted, and can still be read.',
};

const sources = {
  app: 'Web app',
  public_api: 'API',
  connector_hubspot_api: 'HubSpot',
  hubspot_integration: 'HubSpot, since 2026',
  connector_salesforce_api: 'Salesforce',
  connector_google_api: 'Google',
  connector_zapier_api: 'Zapier',
} as const;

const times = {
  created_at: 'Created',
  activated_at: 'Activated',
  approved_at: 'Approved',
  completed_at: 'Completed',
  rejected_at: 'Rejected',
  declined_at: 'Declined',
} as const;

const day = /^\d{4}-\d\d-\d\d$/;
const days = /^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/;

/** How a time is compared; all of them came in 2026. */
const comparisons = {
  eq: ['on', day, '2026-03-02'],
  before: ['before', day, '2026-03-02'],
  after: ['after', day, '2026-03-02'],
  between: ['between', days, '2026-03-02,2026-03-04'],
} as const;

const timeFilters = recordOf(
  keysOf(times).flatMap((name) =>
    keysOf(comparisons).map((comparison) => {
      const [word, form, example] = comparisons[comparison];
      const field = z
        .string()
        .regex(form)
        .optional()
        .meta({
          title: `${times[name]} ${word}`,
          description: `Since 2026: ${comparison === 'between' ? 'two days, with a comma' : 'a day'}.`,
          examples: [example],
          errorMessage: `Enter for example ${example}.`,
        });
      return [`${name}[${comparison}]`, field] as const;
    }),
  ),
);

/** Several words with commas between them, each one of these. */
function several(title: string, description: string, words: readonly string[], example: string) {
  const one = `(?:${words.join('|')})`;
  return z
    .string()
    .regex(new RegExp(`^${one}(?:,${one})*$`))
    .optional()
    .meta({ title, description, examples: [example], errorMessage: `Write them with commas, for example ${example}.` });
}

/** What the list of signature requests can be narrowed down by. */
export const listQuery = z.object({
  ...paging,
  'status[eq]': choice(statuses, 'Status', 'Only signature requests of this status.', {
    meanings: statusMeanings,
  }),
  'status[in]': several('Statuses', 'Only these statuses, with commas.', keysOf(statuses), 'draft,done'),
  'workspace_id[eq]': maybe(id('Workspace', 'Only signature requests of this workspace.', sampleIds.workspace)),
  'external_id[eq]': text('External ID', 'Only those with this ID of your own.', 'order-4711'),
  'source[eq]': choice(sources, 'Source', 'Only those made there. Since 2026 only those of the API when left out.'),
  'source[in]': several('Sources', 'Only those made at one of these, with commas.', keysOf(sources), 'app,public_api'),
  'label.name[eq]': text(
    'Label',
    'Since 2026: only those with this label, in upper and lower case as it is.',
    'Leases',
  ),
  'label.name[in]': text('Labels', 'Since 2026: only those with one of these labels, with commas.', 'Leases,Sales'),
  q: text('Search', 'Only those whose name holds this.', 'Lease'),
  ...timeFilters,
});
