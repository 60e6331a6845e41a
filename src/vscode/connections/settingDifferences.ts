import { t } from '@vscode/l10n';
import type { ConnectionSetting } from '../../core/connections/connection';
import { shortened } from '../../core/quoting/shortened';

const words = (): Readonly<Record<keyof ConnectionSetting, string>> => ({
  id: t('Id'),
  provider: 'API',
  title: t('Name'),
  environment: t('Environment'),
  baseUrl: t('Base URL'),
  hosts: t('Other hosts'),
  pathPrefix: t('Path prefix'),
  variables: t('Variables'),
  tls: 'TLS',
  rewriteRecipients: t('Replaces recipients by'),
  pinned: t('Pinned documents'),
});

/** What a workspace's connection says otherwise than a person's own of the same id, a sentence each. */
export function settingDifferences(shared: ConnectionSetting, own: ConnectionSetting): readonly string[] {
  const keys = new Set([...Object.keys(shared), ...Object.keys(own)]);
  return Object.entries(words()).flatMap(([key, word]) => {
    if (!keys.has(key)) return [];
    const [here, there] = [said(shared, key), said(own, key)];
    return here === there ? [] : [t('{0}: {1} in the workspace, {2} in your settings.', word, here, there)];
  });
}

const longest = 80;

function said(setting: ConnectionSetting, key: string): string {
  const value: unknown = new Map<string, unknown>(Object.entries(setting)).get(key);
  if (value === undefined) return t('nothing');
  return shortened(typeof value === 'string' ? value : JSON.stringify(value), longest);
}
