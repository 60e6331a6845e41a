import { t } from '@vscode/l10n';
import type { PlacedIssue } from '../../../src/protocol/reply';

const shownAtMost = 20;

/** Values that are wrong, each named as in the form; its JSON pointer shows on hover. */
export function IssueList({ issues }: { readonly issues: readonly PlacedIssue[] }) {
  const hidden = issues.length - shownAtMost;
  return (
    <ul class="issue-list">
      {issues.slice(0, shownAtMost).map(({ pointer, title, message }) => (
        <li key={`${pointer} ${message}`}>
          <span class="issue-place" title={pointer}>
            {title}
          </span>
          <span>{message}</span>
        </li>
      ))}
      {hidden > 0 && <li class="quiet">{t('and {0} more', hidden)}</li>}
    </ul>
  );
}
