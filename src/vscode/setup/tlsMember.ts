import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { ConnectionTls } from '../../core/connections/connectionTls';
import type { SettingMember } from './member';

function file(title: string, description: string, ...extensions: string[]) {
  return z.string().optional().meta({ title, description, widget: 'file', extensions });
}

const tls = () =>
  z
    .object({
      caFile: file(
        t('Authority'),
        t('Certificates (PEM) that are trusted besides those of this machine.'),
        'pem',
        'crt',
      ),
      certificateFile: file(
        t('Client certificate'),
        t('With its chain (PEM), where the server asks for one.'),
        'pem',
        'crt',
      ),
      keyFile: file(t('Its key'), t('PEM, where it stands in a file of its own.'), 'pem', 'key'),
      pkcs12File: file(t('Client certificate with key'), t('One PKCS#12 file in the place of the two.'), 'p12', 'pfx'),
      checkCertificates: z
        .boolean()
        .optional()
        .meta({
          title: t('Check certificates'),
          description: t('Without it whoever answers is believed. Always checked on live connections.'),
        }),
    })
    .optional()
    .meta({
      title: t('Certificates'),
      description: t(
        'Files of this machine. A passphrase is asked for when it is needed, and is no part of the settings.',
      ),
    });

export const tlsMember: SettingMember = {
  key: 'tls',
  owns: ['tls'],
  schema: tls,
  show: (setting) => setting.tls && { ...setting.tls },
  write: (value) => {
    const written = read(value);
    return written === undefined ? {} : { tls: written };
  },
};

/** What is empty says nothing. */
function read(value: unknown): ConnectionTls | undefined {
  const { data } = tls().safeParse(value);
  const named = Object.entries(data ?? {}).filter(([, one]) => one !== undefined && one !== '');
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
