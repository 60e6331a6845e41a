import { t } from '@vscode/l10n';
import * as z from 'zod';
import { parseBaseUrl } from '../../core/addresses/baseUrl';
import { parsePathPrefix } from '../../core/addresses/pathPrefix';
import { shownHost } from '../../core/addresses/webAddress';
import { type ConnectionSetting, customEnvironmentId } from '../../core/connections/connection';
import { isRecord, isTexts } from '../../core/json/jsonKinds';
import type { Environment, Provider } from '../../core/provider';
import type { JsonValue } from '../../protocol/json';
import { type MemberContext, type MemberIssue, type SettingMember, text } from './member';

/* Where a connection leads. */

export const environmentMember: SettingMember = {
  key: 'environment',
  owns: ['environment'],
  schema: ({ provider }) =>
    z.enum([...provider.environments.map(({ id }) => id), customEnvironmentId]).meta({
      title: t('Environment'),
      labels: {
        ...Object.fromEntries(provider.environments.map((environment) => [environment.id, labelOf(environment)])),
        [customEnvironmentId]: t('Other address…'),
      },
    }),
  show: (setting, { provider }) => environmentOf(setting, provider)?.id ?? customEnvironmentId,
  write: (value) => (typeof value === 'string' && value !== customEnvironmentId ? { environment: value } : {}),
};

export const baseUrlMember: SettingMember = {
  key: 'baseUrl',
  owns: ['baseUrl'],
  schema: ({ provider, values }) =>
    values['environment'] === customEnvironmentId
      ? text(t('Base URL'), t('Where the API is. Paths of its calls begin behind it.')).meta({
          title: t('Base URL'),
          examples: [provider.environments[0]?.baseUrl ?? 'https://api.example.com'],
        })
      : undefined,
  show: (setting, { provider }) => (environmentOf(setting, provider) === undefined ? setting.baseUrl : undefined),
  write: (value, { values }) =>
    typeof value === 'string' && values['environment'] === customEnvironmentId ? { baseUrl: value } : {},
  check: (value) => baseUrlIssues('', value),
};

export const pathPrefixMember: SettingMember = {
  key: 'pathPrefix',
  owns: ['pathPrefix'],
  schema: ({ provider: { pathPrefix }, before }) =>
    // Asked where the sources of a provider disagree on it, and where there is one to mend.
    pathPrefix === undefined && before?.pathPrefix === undefined
      ? undefined
      : z
          .string()
          .optional()
          .meta({
            title: t('Path prefix'),
            description: t('The start of every path.'),
            ...(pathPrefix !== undefined && { examples: [pathPrefix.default] }),
          }),
  show: ({ pathPrefix }) => pathPrefix,
  write: (value, { provider }) =>
    typeof value === 'string' && value !== provider.pathPrefix?.default ? { pathPrefix: value } : {},
  check: (value) => {
    const parsed = typeof value === 'string' ? parsePathPrefix(value) : undefined;
    return parsed?.kind === 'refused' ? [{ pointer: '', message: t('No path prefix: {0}.', parsed.reason) }] : [];
  },
};

export const hostsMember: SettingMember = {
  key: 'hosts',
  owns: ['hosts'],
  schema: (context) => {
    const names = hostNames(context);
    if (names.length === 0) return undefined;
    const known = context.provider.environments.flatMap(({ hosts }) => (hosts === undefined ? [] : [hosts]));
    const fields = names.map((name) => {
      const [example] = known.flatMap((hosts) => hosts[name] ?? []);
      return [
        name,
        z
          .string()
          .optional()
          .meta({ ...(example !== undefined && { examples: [example] }) }),
      ] as const;
    });
    return z
      .object(Object.fromEntries(fields))
      .optional()
      .meta({
        title: t('Other hosts'),
        description: t('Where calls and pages are that this API has outside its base URL. Credentials go there, too.'),
      });
  },
  show: ({ hosts }) => hosts,
  write: (value) => {
    const filled = isTexts(value) ? Object.entries(value).filter(([, address]) => address !== '') : [];
    return filled.length === 0 ? {} : { hosts: Object.fromEntries(filled) };
  },
  check: (value) =>
    isRecord(value) ? Object.entries(value).flatMap(([name, address]) => baseUrlIssues(`/${name}`, address)) : [],
};

function hostNames({ provider, before }: MemberContext): readonly string[] {
  const all = [...provider.environments.map(({ hosts }) => hosts), before?.hosts];
  return [...new Set(all.flatMap((hosts) => Object.keys(hosts ?? {})))];
}

function baseUrlIssues(pointer: string, value: unknown): readonly MemberIssue[] {
  if (typeof value !== 'string' || value === '') return [];
  const parsed = parseBaseUrl(value);
  return parsed.kind === 'refused' ? [{ pointer, message: t('This cannot be a base URL: {0}.', parsed.reason) }] : [];
}

/** The environment whose address a setting has, however that is written. */
function environmentOf(
  { environment, baseUrl }: ConnectionSetting,
  { environments }: Provider,
): Environment | undefined {
  const known = environments.find(({ id }) => id === environment);
  if (baseUrl === undefined || known === undefined) return known;
  const [own, written] = [parseBaseUrl(known.baseUrl), parseBaseUrl(baseUrl)];
  return own.kind === 'baseUrl' && written.kind === 'baseUrl' && own.url === written.url ? known : undefined;
}

function labelOf({ title, baseUrl, live }: Environment): string {
  return [title, shownHost(baseUrl), ...(live ? [t('live')] : [])].join(' · ');
}

export function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
