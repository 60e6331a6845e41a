import { t } from '@vscode/l10n';
import type { Sketch, ValuesOf } from '../../../core/operation';
import type { TranslationStep } from '../../../core/translation/translation';
import { defineTranslator, type TranslationWords } from '../../../kit/translation/defineTranslator';
import { stepsBelow } from '../../../kit/translation/stepsBelow';
import type { createProcedure } from '../../yousign/operations/procedures/createProcedure';
import type { createSignatureRequest } from '../operations/signatureRequests/createSignatureRequest';
import { memberToSigner } from './memberToSigner';

type Words = TranslationWords<(typeof createProcedure)['request'], (typeof createSignatureRequest)['request']>;
type Body = NonNullable<Sketch<ValuesOf<(typeof createProcedure)['request']>>['body']>;
type Steps = readonly (TranslationStep | undefined)[];

const longestName = 128;

export const procedureToRequest = defineTranslator<typeof createProcedure, typeof createSignatureRequest>(
  ({ body = {} }, words) => {
    const { keep, map, leave } = words;
    const { name } = body;
    return [
      name !== undefined && name.length > longestName
        ? map('/body/name', '/body/name', name.slice(0, longestName), t('Cut to {0} characters.', longestName))
        : keep('/body/name', '/body/name'),
      keep('/body/ordered', '/body/ordered_signers'),
      ...membersSteps(body, words),
      ...mailSteps(body, words),
      ...reminderSteps(body, words),
      map(
        '/body/expiresAt',
        '/body/expiration_date',
        body.expiresAt?.slice(0, 10),
        t('A day, at most one year ahead.'),
      ),
      leave('/body/expiresAt', t('It always expires: six months after activation where nothing is said.')),
      leave('/body/description', t('There is none.')),
      leave('/body/start', t('It is made as a draft; activate it when documents and signers are there.')),
      leave(
        '/body/metadata',
        t('They are set by a call of their own once the request is there; it is not offered here.'),
      ),
      leave('/body/config/webhook', t('Webhooks are subscriptions of the organization.')),
      leave('/body/archive', t('The account decides what is archived.')),
      leave('/body/relatedFilesEnable', t('There are no related files.')),
      leave('/body/template', t('Templates are made in the web app.')),
      leave('/body/parent', t('Templates have other ids, and are made in the web app.')),
    ];
  },
);

/** Those who sign, in their order; as each is a signer that could be added alone, the steps are those of a member. */
function membersSteps({ members = [], ordered }: Body, { leave }: Words): Steps {
  const signing = members.flatMap((member, index) =>
    member === undefined || member.type === 'validator' ? [] : [{ member, index }],
  );
  const place = ({ member: { position = 0 } }: (typeof signing)[number]) => (ordered ? position : 0);
  const inOrder = signing.toSorted((one, other) => place(one) - place(other));
  return [
    ...signing.map(({ index }) =>
      leave(
        `/body/members/${index}/position`,
        ordered ? t('The signers stand in this order.') : t('They are not ordered.'),
      ),
    ),
    ...inOrder.flatMap(({ member, index }, rank) =>
      stepsBelow(memberToSigner.steps({ body: member }), {
        from: ['/body', `/body/members/${index}`],
        to: ['/body', `/body/signers/${rank}`],
      }),
    ),
    leave('/body/members', t('Validators are approvers, which are added to the draft.')),
  ];
}

function mailSteps({ config }: Body, { fill, leave }: Words): Steps {
  const invites = (config?.email?.['member.started'] ?? []).length > 0;
  return [
    invites
      ? fill('/body/delivery_mode', 'email', t('Members were invited by e-mail.'))
      : fill('/body/delivery_mode', 'none', t('Members were not invited by an e-mail of their own.')),
    leave('/body/config/email', t('Texts of e-mails belong to each signer, in custom_text, without HTML.')),
  ];
}

const intervals = [1, 2, 7, 14] as const;

function reminderSteps({ config }: Body, { map, fill, leave }: Words): Steps {
  const first = config?.reminders?.[0];
  const interval = intervals.find((days) => days === first?.interval);
  const limit = first?.limit;
  const to = '/body/reminder_settings';
  return [
    map('/body/config/reminders/0/interval', `${to}/interval_in_days`, interval),
    ...(interval === undefined
      ? []
      : [
          map(
            '/body/config/reminders/0/limit',
            `${to}/max_occurrences`,
            limit && Math.min(limit, 10),
            t('10 at most.'),
          ),
          fill(`${to}/max_occurrences`, 5, t('What v2 took where nothing is said.')),
        ]),
    leave('/body/config/reminders', t('There is one reminder, every 1, 2, 7 or 14 days, without a text here.')),
  ];
}
