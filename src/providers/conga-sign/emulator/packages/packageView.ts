import { pick } from '../../../../core/typing/keysOf';
import { type PackageFacts, packageFacts } from '../../facts';
import type { PackageReply } from '../../operations/packages/packageReplies';
import { viewDocuments } from '../documents/documentView';
import { type EmulatedPackage, printedTime } from '../state';
import { viewSettings } from './settingsView';
import { userFrom, userOf } from './users';

/** What nobody has said otherwise. */
export const packageDefaults = {
  name: '',
  type: 'PACKAGE',
  description: '',
  emailMessage: '',
  language: 'en',
  due: null,
  autocomplete: true,
  visibility: 'ACCOUNT',
  timezoneId: 'GMT',
  data: null,
  notarized: false,
  notaryRoleId: null,
  consent: null,
  trashed: false,
  bulkSendable: false,
  limits: null,
  signedDocumentDelivery: null,
} as const;

/** The package as GET shows it. */
export function viewPackage(holder: EmulatedPackage): PackageReply {
  const { values, completedAt, sender } = holder;
  return {
    ...packageDefaults,
    ...pick(values, packageKeys),
    settings: viewSettings(values.settings),
    sender: { ...sender, ...pick(values.sender ?? {}, senderKeys) },
    id: holder.id,
    status: holder.status,
    created: printedTime(holder.createdAt),
    updated: printedTime(holder.updatedAt),
    completed: completedAt === undefined ? null : printedTime(completedAt),
    roles: holder.roles.map(({ body }) => body),
    documents: [...viewDocuments(holder)],
    messages: holder.messages.map(({ content, created, from }) => ({
      content,
      created: printedTime(created),
      status: 'NEW',
      from: userOf(from),
      to: [userFrom(sender)],
      documents: [],
    })),
  };
}

export function factsOf(holder: EmulatedPackage): PackageFacts {
  return packageFacts(viewPackage(holder));
}

const packageKeys = [
  'name',
  'type',
  'description',
  'emailMessage',
  'language',
  'due',
  'autocomplete',
  'visibility',
  'timezoneId',
  'notarized',
  'notaryRoleId',
  'consent',
  'trashed',
  'data',
] as const;

const senderKeys = ['email', 'firstName', 'lastName'] as const;
