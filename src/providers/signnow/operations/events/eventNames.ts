/** Names of events that a source prints, without "user." before those that are told of a whole account. */
const ofDocuments = [
  'document.create',
  'document.update',
  'document.open',
  'document.complete',
  'document.delete',
  'document.fieldinvite.create',
  'document.fieldinvite.sent',
  'document.fieldinvite.signed',
  'document.fieldinvite.decline',
  'document.fieldinvite.delete',
  'document.fieldinvite.reassign',
  'document.fieldinvite.replace',
  'document.fieldinvite.resend',
  'document.freeform.create',
  'document.freeform.signed',
  'document.freeform.cancel',
  'document.freeform.resend',
  'template.copy',
  'template.delete',
  'template.update',
  'document_group.create',
  'document_group.update',
  'document_group.open',
  'document_group.complete',
  'document_group.delete',
  'document_group.invite.create',
  'document_group.invite.sent',
  'document_group.invite.resend',
  'document_group.invite.update',
  'document_group.invite.cancel',
  'document_group.invite.signed',
  'document_group.invite.declined',
  'document_group.invite.reassign',
  'document_group.freeform.create',
  'document_group.freeform.resend',
] as const;

export type EventName = (typeof ofDocuments)[number];

/** Nothing exists yet of which a single document or group could be created. */
const neverOfOne: readonly string[] = ['document.create', 'document_group.create'];

const ofAccounts = [
  ...ofDocuments.map((name) => `user.${name}` as const),
  'user.document.fieldinvite.email.delivery.failed',
  'user.document.fieldinvite.authentication.failed',
  'user.document.fieldinvite.consent.agreed',
  'user.document.fieldinvite.consent.declined',
  'user.invite.expired',
] as const;

export const eventNames: readonly string[] = [
  ...ofAccounts,
  ...ofDocuments.filter((name) => !neverOfOne.includes(name)),
];
