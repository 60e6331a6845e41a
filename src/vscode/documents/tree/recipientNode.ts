import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { Recipient } from '../../../core/documents';
import { isOver, stepNumber, waitsFor } from '../../../core/recipients/recipientTurns';
import { listed } from '../../../protocol/turns';
import type { DocumentTarget } from '../resources';
import { contextValue, factsTooltip } from './nodeText';
import { statusIcon } from './statusIcon';
import { LeafNode, nodeId, type TreeNode } from './treeNode';

export class RecipientNode extends LeafNode {
  readonly recipient: Recipient;
  /** Those of the same document. */
  readonly #all: readonly Recipient[];

  constructor(target: DocumentTarget, parent: TreeNode, recipient: Recipient, all: readonly Recipient[]) {
    super({ ...target, recipient: recipient.id }, parent);
    this.recipient = recipient;
    this.#all = all;
  }

  override toTreeItem(): vscode.TreeItem {
    const { id, title, inPlaceOf, role, order, status, actions, signingPage } = this.recipient;
    const item = new vscode.TreeItem(title);
    item.id = nodeId(this.target);
    // The status first: a narrow side bar cuts off the end.
    const step = stepNumber(this.recipient, this.#all);
    const turn = step === undefined ? undefined : t('step {0}', step);
    item.description = [status?.text, inPlaceOf && t('for {0}', inPlaceOf), turn, role === title ? undefined : role]
      .filter((part) => part !== undefined)
      .join(' · ');
    const others = waitsFor(this.recipient, this.#all).map((other) => other.title);
    item.iconPath = statusIcon(status, 'account');
    item.tooltip = factsTooltip(
      title,
      {
        [t('In place of')]: inPlaceOf,
        [t('Role')]: role,
        [t('Order')]: order?.toString(),
        [t('Waits for')]: listed(others) || undefined,
        [t('Status')]: status?.text,
        [t('Id')]: id,
      },
      actions,
    );
    const { connection } = this.target;
    item.contextValue = contextValue(
      'recipient',
      actions,
      ...(signingPage === undefined ? [] : (['signingPage'] as const)),
      ...(connection === emulatorConnectionId && !isOver(status) ? (['signs'] as const) : []),
    );
    return item;
  }
}
