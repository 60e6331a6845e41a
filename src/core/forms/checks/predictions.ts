import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import type { Failure } from '../../failure';
import type { Provider } from '../../provider';

/** Says of what is predicted which answer is expected, and which call mends it. */
export function explainPredictions({ failures, operations }: Provider, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => {
    const failure = issue.prediction && failures.find(({ id }) => id === issue.code);
    if (failure === undefined) return issue;
    const mending = operations.find(({ id }) => id === failure.mendedBy);
    return {
      ...issue,
      message: `${issue.message} ${expectedAnswer(failure)}`,
      prediction: mending === undefined ? {} : { mendedBy: { operation: mending.id, title: mending.title } },
    };
  });
}

/** Without the text where parts of it vary: they are not known. */
function expectedAnswer({ status, message }: Failure): string {
  return message.includes('{')
    ? t('The API is expected to answer {0}.', status)
    : t('The API is expected to answer {0}: “{1}”', status, message);
}
