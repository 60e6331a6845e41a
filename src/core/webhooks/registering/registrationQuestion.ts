import { t } from '@vscode/l10n';
import { shownHost } from '../../addresses/webAddress';
import type { Credentials } from '../../auth';
import type { Connection } from '../../connections/connection';
import type { Provider } from '../../provider';
import { quotable } from '../../quoting/oneLine';
import { fieldsByMeta } from '../../requests/fieldsByMeta';
import type { WebhookEndpoint } from './endpoint';

export interface RegistrationQuestion {
  readonly provider: Pick<Provider, 'title' | 'auth'>;
  readonly connection: Pick<Connection, 'title' | 'environmentTitle' | 'baseUrl' | 'live'>;
  readonly endpoint: WebhookEndpoint;
  readonly url: string;
  /** Undefined while nobody has entered any. */
  readonly credentials: Credentials | undefined;
}

/** What a person agrees to: where an address becomes known, whose account it is, what is told, and what stays. */
export function registrationText({ provider, connection, endpoint, url, credentials }: RegistrationQuestion) {
  const { covers, notes = [], removal } = endpoint;
  const whose = credentials === undefined ? undefined : accountName(provider, credentials);
  const place = [quotable(connection.title), shownHost(connection.baseUrl)] as const;
  return {
    title: t('Register {0} with {1}?', quotable(url, 200), provider.title),
    detail: [
      whose === undefined
        ? t('It is registered for the account of its credentials on "{0}" ({1}).', ...place)
        : t('It is registered for the account {2} on "{0}" ({1}).', ...place, whose),
      ...(connection.live
        ? [t('{0} is a live environment: its events are real.', quotable(connection.environmentTitle))]
        : []),
      t('It is told of {0}.', covers),
      ...notes,
      ...(removal === undefined ? [] : [t('What is registered is removed when receiving ends.')]),
    ].join('\n'),
  };
}

/** By the credentials that are no secret, such as a user name. */
function accountName({ auth }: Pick<Provider, 'auth'>, credentials: Credentials): string | undefined {
  const shown = new Set(
    auth.kinds.flatMap(({ fields }) => fieldsByMeta(fields, credentials, ({ secret }) => secret !== true)),
  );
  const secrets = new Set(
    auth.kinds.flatMap(({ fields }) => fieldsByMeta(fields, credentials, ({ secret }) => secret === true)),
  );
  const names = Object.entries(credentials).flatMap(([name, value]) =>
    shown.has(`/${name}`) && !secrets.has(`/${name}`) && value !== '' ? [quotable(value, 80)] : [],
  );
  return names.length === 0 ? undefined : names.join(', ');
}
