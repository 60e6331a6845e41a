import { t } from '@vscode/l10n';
import * as z from 'zod';
import { isRecord } from '../../core/json/jsonKinds';
import { isKeyOrToken } from '../../core/secrets/hardCodedSecrets';
import type { JsonValue } from '../../protocol/json';
import type { SettingsHome } from '../connections/connections';
import { baseUrlMember, environmentMember, hostsMember, isText, pathPrefixMember } from './addressMembers';
import { type SettingMember, text } from './member';
import { rewriteMember } from './rewriteMember';
import { tlsMember } from './tlsMember';

/** Whose settings hold the connection. Not a part of it: where it is written decides. */
export const homes = { user: 'user', workspace: 'workspace' } as const satisfies Readonly<
  Record<SettingsHome, SettingsHome>
>;
export const homeKey = 'home';

const homeMember: SettingMember = {
  key: homeKey,
  owns: [],
  schema: ({ hasWorkspace }) =>
    hasWorkspace
      ? z.enum([homes.user, homes.workspace]).meta({
          title: t('Kept in'),
          description: t('Settings of the workspace are shared with whoever opens it; credentials never are.'),
          labels: { [homes.user]: t('My settings'), [homes.workspace]: t('Settings of the workspace') },
        })
      : undefined,
  show: () => undefined,
  write: () => ({}),
};

const titleMember: SettingMember = {
  key: 'title',
  owns: ['title'],
  schema: () => text(t('Name')),
  show: ({ id, title }) => title ?? id,
  write: (value) => (isText(value) && value.trim() !== '' ? { title: value.trim() } : {}),
  check: (value, { takenTitles }) =>
    isText(value) && takenTitles.includes(value.trim())
      ? [{ pointer: '', message: t('Another connection of this API has this name.') }]
      : [],
};

const variable = () =>
  z.object({ name: text(t('Name')), value: z.string().meta({ title: t('Value') }) }).meta({ title: t('Variable') });

const variablesMember: SettingMember = {
  key: 'variables',
  owns: ['variables'],
  schema: () =>
    z
      .array(variable())
      .optional()
      .meta({
        title: t('Variables'),
        itemLabel: t('Variable'),
        itemsLabel: t('Variables'),
        description: t('{{name}} in a request stands for the value. They are no place for secrets.'),
      }),
  show: ({ variables }) => variables && Object.entries(variables).map(([name, value]) => ({ name, value })),
  write: (value) => {
    const pairs = variablesIn(value);
    return pairs.length === 0 ? {} : { variables: Object.fromEntries(pairs.map(({ name, value: of }) => [name, of])) };
  },
  check: (value) => {
    const names = variablesIn(value).map(({ name }) => name);
    const secrets = variablesIn(value).flatMap(({ name, value: of }, index) => (isKeyOrToken(name, of) ? [index] : []));
    const exposed = secrets.map(
      (index) => ({ pointer: `/${index}/value`, message: noSecret(), severity: 'warning' }) as const,
    );
    const wrong = names.flatMap((name, index) => {
      const pointer = `/${index}/name`;
      if (names.indexOf(name) < index) return [{ pointer, message: t('Another variable is called "{0}".', name) }];
      return /^[\w.-]+$/.test(name)
        ? []
        : [{ pointer, message: t('Names are made of letters from a to z, digits, "_", "-" and ".".') }];
    });
    return [...wrong, ...exposed];
  },
};

const noSecret = () =>
  t(
    'This looks like a key or token, and settings are shared and synchronized: keep it with the credentials, or in a file that git ignores.',
  );

function variablesIn(value: JsonValue | undefined): readonly { readonly name: string; readonly value: string }[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => {
    const { name, value: of = '' } = isRecord(one) ? one : {};
    return typeof name === 'string' && name !== '' && typeof of === 'string' ? [{ name, value: of }] : [];
  });
}

/** The form of a connection, field by field. What is new in a setting is one more entry. */
export const settingMembers: readonly SettingMember[] = [
  environmentMember,
  baseUrlMember,
  titleMember,
  homeMember,
  hostsMember,
  pathPrefixMember,
  variablesMember,
  rewriteMember,
  tlsMember,
];
