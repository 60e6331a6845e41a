import type { Credentials } from '../auth';
import type { Provider } from '../provider';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import type { Secret } from '../sending/run';

/** Of the credentials of an account, those that are secrets. */
export function secretCredentials({ auth }: Pick<Provider, 'auth'>, credentials: Credentials): readonly Secret[] {
  return auth.kinds.flatMap(({ fields }) =>
    fieldsByMeta(fields, credentials, (meta) => meta.secret === true).flatMap((pointer) => {
      const name = pointer.slice(1);
      const value = credentials[name];
      return value === undefined ? [] : [{ name, value }];
    }),
  );
}
