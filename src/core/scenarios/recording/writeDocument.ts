import { Document, isCollection, isSeq, visit } from 'yaml';
import type { JsonObject } from '../../../protocol/json';

/** The text of a scenario as a person would write it: small objects in one line, comments at the top. */
export function writeDocument(content: JsonObject, comments: readonly string[]): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore = comments.map((line) => ` ${line.replace(/\s+/g, ' ')}`).join('\n');
  visit(document, {
    Collection(_key, node) {
      const isOfLines = isSeq(node) && node.items.some(isCollection);
      if (!isOfLines && JSON.stringify(node).length <= longestInLine) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** In characters, without what it is indented by. */
const longestInLine = 90;
