import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { shownHost } from '../../core/addresses/webAddress';
import { oneLine } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import type { EndedDelivery } from '../../emulator/deliveries/endedDelivery';
import { undeliveredText } from '../emulator/undeliveredEvents';
import type { InboxNodeKind } from '../shell/contributions/when';

/** A row for an event that did not reach its address: what, whose, how often it was tried and what came of it. */
export function undeliveredItem(delivery: EndedDelivery, provider: string): vscode.TreeItem {
  const { id, event, document, to } = delivery;
  const label = shortened(event ?? t('an event'), 100);
  const said = [provider, endText(delivery), attemptsText(delivery)].filter((one) => one !== '');
  const item = new vscode.TreeItem(label);
  item.id = `undelivered ${JSON.stringify([delivery.provider, id])}`;
  item.contextValue = 'inboxUndelivered' satisfies InboxNodeKind;
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.description = [shortEnd(delivery), attemptsText(delivery), shownHost(to), provider]
    .filter((one) => one !== '')
    .join(' · ');
  item.tooltip = [
    label,
    t('To {0}', shortened(oneLine(to), 300)),
    t('About {0}', shortened(oneLine(document), 100)),
    ...said.slice(1),
    delivery.reason === null ? '' : oneLine(delivery.reason),
    delivery.state === 'kept'
      ? t(
          'The emulators of a window call this machine alone; those of "esign emulator" others as well, by --deliver-to.',
        )
      : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
  item.accessibilityInformation = { label: [label, ...said, t('To {0}', shownHost(to))].join(', ') };
  return item;
}

/** A narrow side bar leaves room for a word or two. */
function shortEnd({ state, status }: EndedDelivery): string {
  if (state === 'kept') return t('not sent');
  return status === null ? t('no answer') : String(status);
}

function endText({ state, status, to }: EndedDelivery): string {
  if (state === 'kept') return t('not sent to {0}', shownHost(to));
  return status === null ? t('no answer from {0}', shownHost(to)) : t('{0} answered {1}', shownHost(to), status);
}

function attemptsText({ state, attempts }: EndedDelivery): string {
  if (state === 'kept') return '';
  return attempts === 1 ? t('1 attempt') : t('{0} attempts', attempts);
}

/** In front of what has come: an application that gets nothing is looked for here. */
export function undeliveredGroup(count: number): vscode.TreeItem {
  const title = t('Not delivered by the emulator');
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'undelivered';
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  item.description = String(count);
  item.tooltip = t(
    'Nothing more is tried. An application must find out by itself, or the event is sent again from here.',
  );
  item.accessibilityInformation = { label: undeliveredText(count) };
  return item;
}
