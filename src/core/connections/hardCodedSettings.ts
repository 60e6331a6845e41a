import { isRecord } from '../json/jsonKinds';
import { joinPointer } from '../requests/pointer';
import { isKeyOrToken } from '../secrets/hardCodedSecrets';
import { connectionsKey } from './connectionsKey';

/** A key or token that stands in settings, which are synchronized and shared. */
export interface SettingSecret {
  /** Into the settings. */
  readonly pointer: string;
  readonly name: string;
  readonly value: string;
  /** Of the connection that it stands in. */
  readonly provider: string;
  readonly connection: string;
}

/** What a connection has by id, and what is checked by itself. */
const otherwise: ReadonlySet<string> = new Set(['id', 'provider', 'pinned', 'rewriteRecipients', 'baseUrl', 'hosts']);

/** Those of the connections, as they stand in a settings file or below `settings` in that of a workspace. */
export function secretsInSettings(file: unknown): readonly SettingSecret[] {
  const whole = isRecord(file) ? file : {};
  return [
    ...inConnections(whole[connectionsKey], joinPointer('', connectionsKey)),
    ...(isRecord(whole['settings'])
      ? inConnections(whole['settings'][connectionsKey], joinPointer('', 'settings', connectionsKey))
      : []),
  ];
}

function inConnections(list: unknown, pointer: string): readonly SettingSecret[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((item, index) => {
    if (!isRecord(item)) return [];
    const { provider, id } = item;
    if (typeof provider !== 'string' || typeof id !== 'string') return [];
    const members = Object.entries(item).filter(([name]) => !otherwise.has(name));
    const at = joinPointer(pointer, index);
    return members.flatMap(([name, value]) =>
      textsIn(name, value, joinPointer(at, name)).flatMap((text) =>
        isKeyOrToken(text.name, text.value) ? [{ ...text, provider, connection: id }] : [],
      ),
    );
  });
}

type Text = Pick<SettingSecret, 'pointer' | 'name' | 'value'>;

function textsIn(name: string, value: unknown, pointer: string): readonly Text[] {
  if (typeof value === 'string') return [{ name, value, pointer }];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(key, item, joinPointer(pointer, key)));
}
