import { t } from '@vscode/l10n';
import type { Token } from '../../auth';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long a token still lives, in a few words: `58 min`. */
export function tokenLife({ expiresAt }: Pick<Token, 'expiresAt'>, now: number): string {
  if (expiresAt === undefined) return t('no known end');
  const left = expiresAt - now;
  if (left <= 0) return t('over');
  if (left < minuteMs) return t('less than a minute');
  if (left < 2 * hourMs) return t('{0} min', Math.floor(left / minuteMs));
  return left < 2 * dayMs ? t('{0} h', Math.floor(left / hourMs)) : t('{0} days', Math.floor(left / dayMs));
}
