import { t } from '@vscode/l10n';
import type { Shape } from '../../../forms/shapes/shape';

/** What a value is, in a few words. */
export function describeShape(shape: Shape): string {
  const plain = plainWords(shape);
  return shape.nullable ? t('{0} or null', plain) : plain;
}

function plainWords(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.format ?? t('text');
    case 'number':
      return shape.integer ? t('whole number') : t('number');
    case 'boolean':
      return t('true or false');
    case 'enum':
      return shape.options.map(({ value }) => JSON.stringify(value)).join(' | ');
    case 'list':
      return t('list of {0}', describeShape(shape.item));
    case 'union':
      return [...new Set(shape.options.map((option) => describeShape(option.shape)))].join(t(' or '));
    case 'object':
      return t('object');
    case 'any':
      return t('any JSON');
  }
}
