import { t } from '@vscode/l10n';
import { shapeOfId } from '../../idShapes';
import type { Recogniser } from './recogniser';

export const idForms: readonly Recogniser[] = [
  {
    code: 'id_form',
    kinds: ['id'],
    find: (text, { idShape }) => {
      if (idShape === undefined || idShape.pattern.test(text)) return undefined;
      const looks = shapeOfId(text);
      const { example } = idShape;
      const many = idShape.many();
      const says =
        looks === undefined
          ? t('has {0} characters; IDs are {1} here, such as {2}', [...text].length, many, example)
          : t('looks like {0}; IDs are {1} here, such as {2}', looks.one(), many, example);
      return { says, severity: 'warning' };
    },
  },
];
