import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AgentTool } from '../../agents/agentTool';
import { anyObject } from '../../agents/anyJson';
import { emulatorConnectionId } from '../../core/connections/connection';
import { isObject } from '../../core/json/jsonKinds';
import { asPlain } from '../../core/quoting/markdown';
import { shortened } from '../../core/quoting/shortened';
import { recipientsIn } from '../../core/sending/asking/mayBeSent';
import type { JsonObject } from '../../protocol/json';
import type { AgentServices } from './agentServices';

/** What a tool is about to do, for the person who works with the assistant. What sends waits until they agree. */
export async function describeInvocation(
  services: Pick<AgentServices, 'registry'>,
  { title, hints }: AgentTool,
  input: unknown,
): Promise<vscode.PreparedToolInvocation> {
  const given = anyObject.safeParse(input).data ?? {};
  const subject = await subjectOf(services, given);
  const about = subject === undefined ? title : `${title}: ${subject}`;
  const invocationMessage = markdown(about);
  if (hints.readOnlyHint || !(hints.destructiveHint || hints.openWorldHint)) return { invocationMessage };
  const message = markdown([placed(subject ?? title, given), whomOf(given)].filter((part) => part !== '').join(' '));
  return { invocationMessage, confirmationMessages: { title: t('E-Sign: {0}?', title), message } };
}

/** What it is about, by the members that the tools have in common. */
async function subjectOf(
  { registry }: Pick<AgentServices, 'registry'>,
  input: JsonObject,
): Promise<string | undefined> {
  const operation = textAt(input, 'operation');
  if (operation !== undefined) {
    const found = await registry.operation(operation);
    return found === undefined ? operation : `${found.operation.title} (${found.provider.title})`;
  }
  const step = isObject(input['nextStep']) ? t('A next step of an earlier reply') : undefined;
  const named = ['file', 'scenario', 'provider'].map((name) => textAt(input, name));
  return step ?? named.find((text) => text !== undefined);
}

function placed(subject: string, input: JsonObject): string {
  const connection = textAt(input, 'connection');
  if (connection !== undefined && connection !== emulatorConnectionId)
    return t('{0} on the connection "{1}".', subject, connection);
  // What a file or an earlier reply names is known when it is read.
  const isOnEmulator = input['file'] === undefined && input['nextStep'] === undefined;
  return isOnEmulator ? t('{0} on the emulator of this machine.', subject) : subject;
}

function whomOf({ path, query, body }: JsonObject): string {
  const values = {
    ...(isObject(path) && { path }),
    ...(isObject(query) && { query }),
    ...(body !== undefined && { body }),
  };
  const people = recipientsIn(values).slice(0, 5);
  return people.length === 0 ? '' : t('It names {0}.', people.join(', '));
}

function textAt(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? shortened(value, 200) : undefined;
}

/** What an assistant wrote is shown, and never read as a link or a command. */
function markdown(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString(asPlain(text));
}
