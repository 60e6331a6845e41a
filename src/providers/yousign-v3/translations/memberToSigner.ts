import { t } from '@vscode/l10n';
import { idShapes } from '../../../core/idShapes';
import type { Sketch, ValuesOf } from '../../../core/operation';
import type { TranslationStep } from '../../../core/translation/translation';
import { defineTranslator } from '../../../kit/translation/defineTranslator';
import type { createMember } from '../../yousign/operations/members/createMember';
import type { createSigner } from '../operations/signers/createSigner';
import { fieldSteps, type MemberWords } from './fieldSteps';

type Body = NonNullable<Sketch<ValuesOf<(typeof createMember)['request']>>['body']>;
type Steps = readonly (TranslationStep | undefined)[];

/** No official page says what became of members: this is what both specifications say of the same things. */
export const memberToSigner = defineTranslator<typeof createMember, typeof createSigner>(({ body = {} }, words) => {
  const { need, leave } = words;
  return [
    need('/path/signatureRequestId', t('Make the signature request first: it has another id than the procedure.')),
    leave('/body/procedure', t('Procedures are signature requests with ids of their own.')),
    ...('user' in body ? userSteps(body.user, words) : personSteps(words)),
    ...authenticationSteps(body, words),
    ...smsSteps(body, words),
    ...(body.fileObjects ?? []).flatMap((object, index) => (object ? fieldSteps(object, index, words) : [])),
    leave('/body/fileObjects', t('What is not known yet is placed later.')),
    leave('/body/position', t('Signers are ordered by insert_after_id, or as they are added.')),
    leave(
      '/body/type',
      body.type === 'validator'
        ? t('Validators are approvers, which another call adds.')
        : t('Signers are what this call adds.'),
    ),
    leave('/body/operationModeEmailConfig', t('The e-mail with the code has no text of its own.')),
  ];
});

function personSteps({ keep, fill }: MemberWords): Steps {
  return [
    keep('/body/firstname', '/body/info/first_name'),
    keep('/body/lastname', '/body/info/last_name'),
    keep('/body/email', '/body/info/email'),
    keep('/body/phone', '/body/info/phone_number'),
    fill('/body/info/locale', 'en', t('Members had no language of their own.')),
  ];
}

function userSteps(user: string | undefined, { map, need, leave }: MemberWords): Steps {
  const id = user?.slice('/users/'.length) ?? '';
  return [
    map('/body/user', '/body/user_id', idShapes.uuid.pattern.test(id) ? id : undefined, t('Without /users/ in front.')),
    need('/body/user_id', t('Users are named by UUID.')),
    leave('/body/user', t('It is no UUID.')),
  ];
}

const levels = {
  none: 'electronic_signature',
  custom: 'electronic_signature',
  advanced: 'advanced_electronic_signature',
} as const;

const modes = { sms: 'otp_sms', email: 'otp_email', inwebo: undefined } as const;

function authenticationSteps(body: Body, { map, fill, leave }: MemberWords): Steps {
  const { operationLevel: level, operationCustomModes: ways = [] } = body;
  const isCustom = level === undefined || level === 'custom';
  const chosen = isCustom ? ways.findIndex((way) => way !== undefined && modes[way] !== undefined) : -1;
  const way = ways[chosen];
  return [
    map('/body/operationLevel', '/body/signature_level', level && levels[level]),
    fill('/body/signature_level', 'electronic_signature', t('Not said: the simple level.')),
    map(`/body/operationCustomModes/${chosen}`, '/body/signature_authentication_mode', way && modes[way]),
    map('/body/operationLevel', '/body/signature_authentication_mode', modeOf(level)),
    fill('/body/signature_authentication_mode', 'otp_sms', t('The code comes by SMS where nothing else is said.')),
    leave(
      '/body/operationCustomModes',
      isCustom ? t('There is one way to get the code.') : t('Only the level custom has modes.'),
    ),
  ];
}

function modeOf(level: Body['operationLevel']): 'no_otp' | 'otp_sms' | undefined {
  if (level === 'none') return 'no_otp';
  return level === 'advanced' ? 'otp_sms' : undefined;
}

/** Both names are of the same text; the documented one comes first. */
function smsSteps(body: Body, { map, leave }: MemberWords): Steps {
  const names = ['operationModeSmsConfig', 'modeSmsConfiguration'] as const;
  const why = t('The SMS has one text, or that of Yousign.');
  return [
    ...names.map((name) =>
      map(
        `/body/${name}/content`,
        '/body/sms_notification/otp_message/custom_text',
        body[name]?.content?.replace(/\{\{\s*code\s*\}\}/g, '{code}'),
        t('Only where your contract has texts of your own: fewer than 105 characters, with {code}.'),
      ),
    ),
    ...names.map((name) => leave(`/body/${name}`, why)),
  ];
}
