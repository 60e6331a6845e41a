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

/** `invite.expired` is told of accounts only. */
export type EventName = (typeof ofDocuments)[number] | 'invite.expired';

/** Nothing exists yet of which a single document or group could be created. */
const neverOfOne: readonly string[] = ['document.create', 'document_group.create'];

const failuresOfInvites = ['email.delivery.failed', 'authentication.failed'] as const;

/** Where signing electronically needs an agreement to it. */
const consents = {
  'user.document.fieldinvite': ['agreed', 'declined', 'withdrawn'],
  'user.document_group.invite': ['agreed', 'declined', 'accepted', 'revoked', 'withdrawn'],
} as const;

const invitesOfAccounts = Object.entries(consents).flatMap(([invite, ends]) => ({
  failed: failuresOfInvites.map((what) => `${invite}.${what}`),
  consents: ends.map((end) => `${invite}.consent.${end}`),
}));

export const mailFailures = ofInvites('email.delivery.failed');
export const authenticationFailures = ofInvites('authentication.failed');
export const consentEvents = invitesOfAccounts.flatMap((one) => one.consents);

/** In one list alone, without a word on when they come. */
export const unexplained = ['user.document.fieldinvite.accept', 'user.document.fieldinvite.revoke'] as const;

/** Of an older official PHP library; the newer ones have other names for the same, or none. */
export const olderNames = [
  'document.invite.cancel',
  'document.invite.sent',
  'document.invite.signed',
  'document.invite.declined',
  'document.invite.reminder.sent',
  'document.count.unsent',
  'team.member.delete',
  'team.member.invite',
] as const;

export const eventNames: readonly string[] = [
  ...ofDocuments.map((name) => `user.${name}`),
  ...invitesOfAccounts.flatMap((one) => [...one.failed, ...one.consents]),
  ...unexplained,
  'user.invite.expired',
  ...ofDocuments.filter((name) => !neverOfOne.includes(name)),
  ...olderNames,
];

function ofInvites(what: (typeof failuresOfInvites)[number]): readonly string[] {
  return invitesOfAccounts.flatMap(({ failed }) => failed.filter((name) => name.endsWith(what)));
}
