import { t } from '@vscode/l10n';
import type { Operation } from '../../../operation';
import type { Provider } from '../../../provider';

/** What a call does, as Markdown. */
export function describeOperation({ title, method, path, summary, docs }: Operation, provider: Provider): string {
  const link = /^https:/.test(docs) ? [`[${t('Reference')}](${docs})`] : [];
  return [`**${title}** (${provider.title})`, `\`${method} ${path}\``, summary, ...link].join('\n\n');
}
