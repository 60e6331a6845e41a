import { t } from '@vscode/l10n';
import type { HeaderLine } from '../../../src/protocol/reply';

export function HeaderTable({ headers, label }: { readonly headers: readonly HeaderLine[]; readonly label: string }) {
  if (headers.length === 0) return <p class="quiet">{t('No headers.')}</p>;
  return (
    <dl class="headers" aria-label={label}>
      {headers.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
