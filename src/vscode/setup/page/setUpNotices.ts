import { t } from '@vscode/l10n';
import { isUnchecked } from '../../../core/connections/connectionTls';
import type { SetUpNotice } from '../../../protocol/pages/setUp';
import type { SetUpDraft } from '../draft/setUpDraft';
import { homes } from '../settingMembers';

/** What is said above the form. */
export function noticesOf({ subject, home, setting }: SetUpDraft, isRestored: boolean): readonly SetUpNotice[] {
  const notices: SetUpNotice[] = [];
  if (isUnchecked(setting)) {
    const text = t('Certificates are not checked on this connection: whoever answers is believed.');
    notices.push({ kind: 'error', text });
  }
  if (isRestored) {
    const text = t('This was filled in before and never saved. Secrets are not kept with it: enter them again.');
    notices.push({ kind: 'info', text });
  }
  if (subject.provider.notice !== undefined) notices.push({ kind: 'info', text: subject.provider.notice });
  if (subject.elsewhere !== undefined) notices.push({ kind: 'warning', text: subject.elsewhere });
  if (subject.differences.length > 0) {
    const text = t('It stands in the place of your own connection of the same id. {0}', subject.differences.join(' '));
    notices.push({ kind: 'warning', text });
  }
  if (home === homes.workspace) {
    const text = t(
      'Whoever opens this workspace gets this connection without its credentials, which stay on this machine.',
    );
    notices.push({ kind: 'info', text });
  }
  return notices;
}
