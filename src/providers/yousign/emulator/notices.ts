import * as z from 'zod';
import type { EmulatorTools } from '../../../core/emulation';
import type { EmulatedMessage } from '../../../core/webhooks/emulatedMessage';
import { onTurn } from '../../../kit/signing';
import type { JsonObject } from '../../../protocol/json';
import { phpMap } from '../operations/fields';
import { expire, membersOf, turns } from './records';
import type { EmulatedMember, EmulatedProcedure, State } from './state';
import { viewMember, viewProcedure } from './view';

/* E-mails and webhooks are those that a procedure names for its events; without any, nobody is told. */

const itemsByEvent = <Item extends z.ZodType>(item: Item) => z.record(z.string(), z.array(item).optional()).optional();

const configuration = z.object({
  email: itemsByEvent(z.looseObject({ to: z.array(z.string()) })),
  webhook: itemsByEvent(
    z.looseObject({
      url: z.string(),
      method: z.string().optional(),
      headers: phpMap(z.record(z.string(), z.string())).optional(),
    }),
  ),
});

export type ProcedureEvent =
  | 'procedure.started'
  | 'procedure.finished'
  | 'procedure.refused'
  | 'procedure.expired'
  | 'procedure.deleted'
  | 'member.started'
  | 'member.finished';

interface Told {
  readonly state: State;
  readonly procedure: EmulatedProcedure;
  readonly tools: EmulatorTools;
}

/** Tells of an event whoever is named for it; `member`: whom it is about. */
export function tellEvent({ state, procedure, tools }: Told, event: ProcedureEvent, member?: EmulatedMember): void {
  const { data } = configuration.safeParse(procedure.settings.config ?? {});
  const about = { document: procedure.id, event };
  for (const { url, method = 'GET', headers } of data?.webhook?.[event] ?? []) {
    const own = Array.isArray(headers) ? undefined : headers;
    // A GET, which is what is sent when nothing is said, has no body.
    const payload = method === 'GET' ? undefined : payloadOf({ state, procedure, tools }, event, member);
    tools.deliver({
      channel: 'webhook',
      purpose: 'event',
      to: url,
      ...about,
      ...(own && { headers: own }),
      method,
      ...(payload && { payload, isIllustrative: true }),
    });
  }
  const purpose = event === 'member.started' ? 'invitation' : 'notice';
  for (const { to } of data?.email?.[event] ?? []) {
    for (const one of to.flatMap((name) => named(state, procedure, name, member))) {
      tools.deliver({ channel: 'email', purpose, ...about, ...one });
    }
  }
}

/** Procedure and, for what a member did, member are documented; how they stand side by side is not. */
function payloadOf({ state, procedure, tools }: Told, event: string, member: EmulatedMember | undefined): JsonObject {
  const body = {
    procedure: viewProcedure(state, procedure, tools.now()),
    ...(member && event.startsWith('member.') && { member: viewMember(state, member) }),
  };
  // As it would travel: what is undefined stays behind.
  return JSON.parse(JSON.stringify(body));
}

/** Those who sign first are told, or all where there is no order. */
export function tellStart(told: Told): void {
  tellEvent(told, 'procedure.started');
  for (const member of asked(told)) tellEvent(told, 'member.started', member);
}

/** Whose turn it is. */
export function asked({ state, procedure }: Pick<Told, 'state' | 'procedure'>): readonly EmulatedMember[] {
  const members = membersOf(state, procedure);
  return procedure.settings.ordered === true
    ? onTurn(members, turns)
    : members.filter((member) => !turns.isDone(member));
}

/** Active procedures end by themselves, which is told once. */
export function tellExpired(state: State, tools: EmulatorTools): void {
  const now = tools.now();
  for (let due = state.agenda.first(now); due !== undefined; due = state.agenda.first(now)) {
    const procedure = state.procedures.get(due.id);
    if (procedure !== undefined && expire(procedure, now).status === 'expired')
      tellEvent({ state, procedure, tools }, 'procedure.expired');
  }
}

/** Everybody whose turn it is gets the link again. */
export function remindAll(told: Told): void {
  for (const member of asked(told)) {
    for (const one of addressed(member)) {
      told.tools.deliver({ channel: 'email', purpose: 'reminder', document: told.procedure.id, ...one });
    }
  }
}

type Addressed = Pick<EmulatedMessage, 'to' | 'page'>;

function named(
  state: State,
  procedure: EmulatedProcedure,
  name: string,
  member: EmulatedMember | undefined,
): readonly Addressed[] {
  const members = membersOf(state, procedure);
  switch (name) {
    case '@member':
      return member === undefined ? [] : addressed(member);
    case '@members':
      return members.flatMap(addressed);
    case '@members.auto':
      return asked({ state, procedure }).flatMap(addressed);
    case '@creator':
      return procedure.creator.email ? [{ to: procedure.creator.email }] : [];
    default: {
      const status = /^@members\.(\w+)$/.exec(name)?.[1];
      if (status !== undefined) return members.filter((one) => one.status === status).flatMap(addressed);
      // Nobody has subscribed here.
      return name.startsWith('@') ? [] : [{ to: name }];
    }
  }
}

function addressed(member: EmulatedMember): readonly Addressed[] {
  const { email } = member.settings;
  return email ? [{ to: email, page: pagePath(member) }] : [];
}

export function pagePath({ id }: EmulatedMember): string {
  return `/procedure/sign?members=${id}`;
}
