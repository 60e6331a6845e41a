import { t } from '@vscode/l10n';
import { useMemo, useRef } from 'preact/hooks';
import type { FormModel, Issue, IssueGroup } from '../../../src/protocol/form';
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
  /** What is wrong in several places is one line. */
  readonly groups: readonly IssueGroup[];
  readonly onMendAll: (title: string) => void;
  readonly onReveal: (pointer: string) => void;
  readonly onSendAnyway: () => void;
}

const shownAtMost = 20;

/** Why nothing was sent, with a way to each field. Stays in sight while one goes through it. */
export function IssueSummary(props: IssueSummaryProps) {
  const { model, issues, mendsForAll, groups, onMendAll, onReveal, onSendAnyway } = props;
  const { lines, rest } = useMemo(() => summaryLines(issues, groups), [issues, groups]);
  // One mend may be that of several kinds: then it stands below all of them.
  const titles = lines.flatMap(({ group }) => group?.mend ?? []);
  const isOwn = (title: string) => titles.indexOf(title) >= 0 && titles.indexOf(title) === titles.lastIndexOf(title);
  const others = mendsForAll.filter((title) => !isOwn(title));
  const hidden = rest.length;
  const element = useRef<HTMLElement>(null);
  useFocusHandover(element);
  return (
    <section ref={element} class="issue-summary" aria-labelledby="issue-summary-title" tabIndex={-1}>
      <h2 id="issue-summary-title">
        <Icon name="error" />
        <span role="alert">
          {issues.length === 1
            ? t('Not sent: one value needs attention')
            : t('Not sent: {0} values need attention', issues.length)}
        </span>
      </h2>
      <ul>
        {lines.map(({ issue, group }) => (
          <li key={`${issue.pointer} ${issue.code} ${issue.message}`}>
            <TextButton onClick={() => onReveal(issue.pointer)} title={issue.pointer} action="revealIssue">
              {pointerTitle(model, issue.pointer)}
            </TextButton>
            <span class="issue-summary-message">
              {group?.title ?? issue.message} {!group && issue.mend && <MendButton mend={issue.mend} />}
              {group?.mend !== undefined && isOwn(group.mend) && (
                <MendAllButton title={group.mend} onMendAll={onMendAll} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="field-note">{t('and {0} more', hidden)}</p>}
      {others.length > 0 && (
        <p class="mends-for-all">
          {others.map((title) => (
            <MendAllButton key={title} title={title} onMendAll={onMendAll} />
          ))}
        </p>
      )}
      <p class="send-anyway">
        <Button onClick={onSendAnyway} icon="send" title={t('Send anyway (Ctrl+Shift+Enter)')} action="sendAnyway">
          {t('Send anyway')}
        </Button>
        <span>{t('Exactly as it is, to see what the API says.')}</span>
      </p>
    </section>
  );
}

function MendAllButton({ title, onMendAll }: { readonly title: string; readonly onMendAll: (title: string) => void }) {
  return (
    <TextButton onClick={() => onMendAll(title)} action="mendAll">
      {title}
    </TextButton>
  );
}

interface SummaryLine {
  /** The first one of a group. */
  readonly issue: Issue;
  readonly group?: IssueGroup;
}

function summaryLines(
  issues: readonly Issue[],
  groups: readonly IssueGroup[],
): { readonly lines: readonly SummaryLine[]; readonly rest: readonly SummaryLine[] } {
  const byKind = new Map(groups.map((group) => [kindOf(group.code, group.place), group]));
  const said = new Set<IssueGroup>();
  const lines: SummaryLine[] = [];
  for (const issue of issues) {
    const group = byKind.get(kindOf(issue.code, issue.pointer.replace(/\/\d+(?=\/|$)/g, '/*')));
    if (group === undefined || issue.severity !== group.severity) lines.push({ issue });
    else if (!said.has(group)) lines.push({ issue, group });
    if (group) said.add(group);
  }
  return { lines: lines.slice(0, shownAtMost), rest: lines.slice(shownAtMost) };
}

function kindOf(code: string, place: string): string {
  return `${code} ${place}`;
}
