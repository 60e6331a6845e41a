import { useRef } from 'preact/hooks';
import type { FormModel, Issue } from '../../../src/protocol/form';
import { pointerTitle } from '../../../src/protocol/requestPlace';
import { Button } from '../../ui/controls/button';
import { TextButton } from '../../ui/controls/quietButton';
import { Icon } from '../../ui/icon';
import { useFocusHandover } from '../focus/useFocusHandover';
import { MendButton } from './mendButton';

export interface IssueSummaryProps {
  readonly model: FormModel;
  readonly issues: readonly Issue[];
  readonly mendsForAll: readonly string[];
  readonly onMendAll: (title: string) => void;
  readonly onReveal: (pointer: string) => void;
  readonly onSendAnyway: () => void;
}

const shownAtMost = 20;

/** Why nothing was sent, with a way to each field. Stays in sight while one goes through it. */
export function IssueSummary({ model, issues, mendsForAll, onMendAll, onReveal, onSendAnyway }: IssueSummaryProps) {
  const hidden = issues.length - shownAtMost;
  const element = useRef<HTMLElement>(null);
  useFocusHandover(element);
  return (
    <section ref={element} class="issue-summary" aria-labelledby="issue-summary-title" tabIndex={-1}>
      <h2 id="issue-summary-title">
        <Icon name="error" />
        <span role="alert">
          {issues.length === 1
            ? 'Not sent: one value needs attention'
            : `Not sent: ${issues.length} values need attention`}
        </span>
      </h2>
      <ul>
        {issues.slice(0, shownAtMost).map((issue) => (
          <li key={`${issue.pointer} ${issue.code} ${issue.message}`}>
            <TextButton onClick={() => onReveal(issue.pointer)} title={issue.pointer} action="revealIssue">
              {pointerTitle(model, issue.pointer)}
            </TextButton>
            <span class="issue-summary-message">
              {issue.message} {issue.mend && <MendButton mend={issue.mend} />}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="field-note">and {hidden} more</p>}
      {mendsForAll.length > 0 && (
        <p class="mends-for-all">
          {mendsForAll.map((title) => (
            <TextButton key={title} onClick={() => onMendAll(title)} action="mendAll">
              {title}
            </TextButton>
          ))}
        </p>
      )}
      <p class="send-anyway">
        <Button onClick={onSendAnyway} icon="send" title="Send anyway (Ctrl+Shift+Enter)" action="sendAnyway">
          Send anyway
        </Button>
        <span>Exactly as it is, to see what the API says.</span>
      </p>
    </section>
  );
}
