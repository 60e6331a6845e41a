import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { agoText } from '../../core/history/listing/agoText';
import { shortened } from '../../core/quoting/shortened';
import { cameBeforeText } from '../../core/webhooks/cameBefore';
import type { EndedDelivery } from '../../emulator/deliveries/endedDelivery';
import type { UndeliveredEvents } from '../emulator/undeliveredEvents';
import { commandIds } from '../shell/contributions/commandIds';
import type { InboxNodeKind } from '../shell/contributions/when';
import { asCommand } from '../shell/runCommand';
import type { Inbox, InboxEvent } from './inbox';
import { undeliveredGroup, undeliveredItem } from './undeliveredItem';

/** `eventId` is what commands on a row read. */
export type InboxNode =
  | { readonly kind: 'document'; readonly key: string; readonly title: string; readonly events: readonly InboxEvent[] }
  | { readonly kind: 'event'; readonly eventId: string; readonly event: InboxEvent }
  | { readonly kind: 'undelivered'; readonly deliveries: readonly EndedDelivery[] }
  | { readonly kind: 'delivery'; readonly delivery: EndedDelivery };

/** What an emulator of this window could not deliver, and then events by document, newest first. */
export class InboxTree implements vscode.TreeDataProvider<InboxNode>, vscode.Disposable {
  readonly #inbox: Inbox;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #undelivered: Undelivered;
  readonly #listening: vscode.Disposable;
  readonly #titleOf: (provider: string) => string;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(inbox: Inbox, undelivered: Undelivered, titleOf: (provider: string) => string) {
    this.#inbox = inbox;
    this.#undelivered = undelivered;
    this.#titleOf = titleOf;
    this.#listening = vscode.Disposable.from(
      inbox.onDidChange(() => this.#changed.fire()),
      undelivered.onDidChange(() => this.#changed.fire()),
    );
  }

  getChildren(node?: InboxNode): InboxNode[] {
    if (node?.kind === 'event' || node?.kind === 'delivery') return [];
    if (node?.kind === 'undelivered') return node.deliveries.map((delivery) => ({ kind: 'delivery', delivery }));
    if (node !== undefined) return node.events.map((event) => ({ kind: 'event', eventId: event.id, event }));
    const groups = grouped(this.#inbox.events);
    const deliveries = this.#undelivered.all;
    return [
      ...(deliveries.length === 0 ? [] : [{ kind: 'undelivered' as const, deliveries }]),
      ...[...groups].map(
        ([key, events]) => ({ kind: 'document', key, title: this.#groupTitle(events), events }) as const,
      ),
    ];
  }

  getTreeItem(node: InboxNode): vscode.TreeItem {
    switch (node.kind) {
      case 'undelivered':
        return undeliveredGroup(node.deliveries.length);
      case 'delivery':
        return undeliveredItem(node.delivery, this.#titleOf(node.delivery.provider));
      case 'document':
        return documentItem(node);
      case 'event':
        return eventItem(node.event, Date.now());
    }
  }

  repaint(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #groupTitle([first]: readonly InboxEvent[]): string {
    const { provider = null, document = null } = first?.examined ?? {};
    if (provider === null) return t('Unknown');
    return `${this.#titleOf(provider)} · ${document === null ? t('no document') : shortened(document, 60)}`;
  }
}

type Undelivered = Pick<UndeliveredEvents, 'all' | 'onDidChange'>;

function grouped(events: readonly InboxEvent[]): ReadonlyMap<string, InboxEvent[]> {
  const groups = new Map<string, InboxEvent[]>();
  for (const event of events) {
    const key = JSON.stringify([event.examined.provider, event.examined.document]);
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}

function documentItem({ key, title, events }: InboxNode & { readonly kind: 'document' }): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `document ${key}`;
  item.contextValue = 'inboxDocument' satisfies InboxNodeKind;
  item.iconPath = new vscode.ThemeIcon('file');
  item.description = String(events.length);
  item.accessibilityInformation = {
    label: events.length === 1 ? t('{0}, 1 event', title) : t('{0}, {1} events', title, events.length),
  };
  return item;
}

function eventItem(event: InboxEvent, now: number): vscode.TreeItem {
  const { id, receivedAt, call, examined, cameBefore } = event;
  const label = shortened(examined.event ?? `${call.method} ${call.target.replace(/\?.*$/, '')}`, 100);
  const item = new vscode.TreeItem(label);
  const verdict = verdictOf(examined);
  const said = [
    words()[verdict],
    ...(cameBefore === null ? [] : [t('again')]),
    ...forwardedWords(event),
    agoText(receivedAt, now, vscode.env.language),
  ];
  item.id = `event ${id}`;
  item.contextValue = 'inboxEvent' satisfies InboxNodeKind;
  item.iconPath = icons[verdict];
  item.description = said.join(' · ');
  item.tooltip = tooltipOf(event, label);
  item.command = asCommand(commandIds.inbox.open, t('Show Event'), { eventId: id });
  item.accessibilityInformation = { label: [label, ...said].join(', ') };
  return item;
}

function forwardedWords({ forwarded }: InboxEvent): readonly string[] {
  if (forwarded === undefined) return [];
  return [forwarded.status === null ? t('not forwarded') : t('forwarded, answered {0}', forwarded.status)];
}

function tooltipOf({ receivedAt, examined, cameBefore, forwarded }: InboxEvent, label: string): string {
  const time = (at: number) => new Date(at).toLocaleTimeString(vscode.env.language);
  return [
    label,
    t('Received at {0}', time(receivedAt)),
    examined.proof?.text ?? t('No event of an API whose webhooks are known.'),
    cameBefore && cameBeforeText(cameBefore, time(cameBefore.at)),
    forwarded?.reason,
  ]
    .filter((line) => line)
    .join('\n');
}

function verdictOf({ proof }: InboxEvent['examined']): keyof typeof icons {
  if (proof?.verdict === 'holds') return 'holds';
  return proof?.verdict === 'fails' || proof?.verdict === 'missing' ? 'fails' : 'unknown';
}

const icons = {
  holds: new vscode.ThemeIcon('verified', new vscode.ThemeColor('testing.iconPassed')),
  fails: new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed')),
  unknown: new vscode.ThemeIcon('mail'),
} as const;

const words = (): Readonly<Record<keyof typeof icons, string>> => ({
  holds: t('proved'),
  fails: t('not proved'),
  unknown: t('not checked'),
});
