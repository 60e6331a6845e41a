import { t } from '@vscode/l10n';

const minute = 60_000;

/** How long something is still good, at a glance; `undefined` where nobody says. Past its end it is said to be over. */
export function lifeText(leftMs: number | undefined): string {
  if (leftMs === undefined) return t('no known end');
  if (leftMs <= 0) return t('expired');
  if (leftMs < minute) return t('less than a minute left');
  const minutes = Math.floor(leftMs / minute);
  if (minutes < 60) return t('{0} min left', minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? t('{0} h {1} min left', hours, minutes % 60)
    : t('{0} d {1} h left', Math.floor(hours / 24), hours % 24);
}
