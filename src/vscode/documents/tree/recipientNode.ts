import * as vscode from 'vscode';
import type { Recipient } from '../../../core/documents';
import type { DocumentTarget } from '../resources';
import { contextValue, factsTooltip } from './nodeText';
import { statusIcon } from './statusIcon';
import { LeafNode, nodeId, type TreeNode } from './treeNode';

export class RecipientNode extends LeafNode {
  readonly recipient: Recipient;

  constructor(target: DocumentTarget, parent: TreeNode, recipient: Recipient) {
    super({ ...target, recipient: recipient.id }, parent);
    this.recipient = recipient;
  }

  override toTreeItem(): vscode.TreeItem {
    const { id, title, inPlaceOf, role, order, status, actions, signingPage } = this.recipient;
    const item = new vscode.TreeItem(title);
    item.id = nodeId(this.target);
    // The status first: a narrow side bar cuts off the end.
    const step = order === undefined ? undefined : `step ${order}`;
    item.description = [status?.text, inPlaceOf && `for ${inPlaceOf}`, step, role === title ? undefined : role]
      .filter((part) => part !== undefined)
      .join(' · ');
    item.iconPath = statusIcon(status, 'account');
    item.tooltip = factsTooltip(
      title,
      { 'In place of': inPlaceOf, Role: role, Order: order?.toString(), Status: status?.text, Id: id },
      actions,
    );
    item.contextValue = contextValue(
      'recipient',
      actions,
      ...(signingPage === undefined ? [] : (['signingPage'] as const)),
    );
    return item;
  }
}
