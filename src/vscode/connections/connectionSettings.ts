import type { ConnectionSetting } from '../../core/connections/connection';
import { emulatorConnectionId } from '../../core/connections/connection';
import type { ConnectionTls } from '../../core/connections/connectionTls';
import { isRecord, isTexts } from '../../core/json/jsonKinds';

type Identity = Pick<ConnectionSetting, 'provider' | 'id'>;

/** A connection that is not yet saved has no id. */
interface Named {
  readonly provider: string;
  readonly id?: string | undefined;
}

/** Connections of the workspace stand in front of the user's own of the same name. */
export function mergeSettings(user: unknown, workspace: unknown): readonly ConnectionSetting[] {
  const ofWorkspace = readSettings(workspace);
  const ofUser = readSettings(user).filter((setting) => !ofWorkspace.some((other) => isSame(setting, other)));
  return [...ofUser, ...ofWorkspace];
}

/** What a hand-written setting holds that can be a connection. The settings editor points at the rest. */
export function readSettings(value: unknown): readonly ConnectionSetting[] {
  if (!Array.isArray(value)) return [];
  const settings = value.filter(isConnectionSetting);
  return settings.filter((setting, index) => settings.findIndex((other) => isSame(setting, other)) === index);
}

export function withSetting(
  settings: readonly ConnectionSetting[],
  changed: ConnectionSetting,
): readonly ConnectionSetting[] {
  const index = settings.findIndex((setting) => isSame(setting, changed));
  return index === -1 ? [...settings, changed] : settings.with(index, changed);
}

export function withoutSetting(settings: readonly ConnectionSetting[], gone: Identity): readonly ConnectionSetting[] {
  return settings.filter((setting) => !isSame(setting, gone));
}

export function isSame(one: Named, other: Named): boolean {
  return one.provider === other.provider && one.id === other.id;
}

/** An id for a new connection that none of these has: `my-sandbox`, then `my-sandbox-2`. */
export function freeId(title: string, taken: readonly string[]): string {
  const stem =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'connection';
  const isFree = (id: string) => id !== emulatorConnectionId && !taken.includes(id);
  if (isFree(stem)) return stem;
  let number = 2;
  while (!isFree(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function isConnectionSetting(value: unknown): value is ConnectionSetting {
  if (!isRecord(value)) return false;
  const { id, provider, title, environment, baseUrl, hosts, pathPrefix, variables, tls, pinned, rewriteRecipients } =
    value;
  return (
    isName(id) &&
    id !== emulatorConnectionId &&
    isName(provider) &&
    [title, environment, baseUrl, pathPrefix].every((text) => text === undefined || typeof text === 'string') &&
    [hosts, variables].every((map) => map === undefined || isTexts(map)) &&
    (tls === undefined || isTls(tls)) &&
    (rewriteRecipients === undefined || typeof rewriteRecipients === 'string' || isListOfNames(rewriteRecipients)) &&
    (pinned === undefined || (isRecord(pinned) && Object.values(pinned).every(isListOfNames)))
  );
}

function isTls(value: unknown): value is ConnectionTls {
  return (
    isRecord(value) &&
    Object.entries(value).every(([name, one]) => typeof one === (name === 'checkCertificates' ? 'boolean' : 'string'))
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(isName);
}
