import { shapeOfId } from '../../idShapes';
import type { Recogniser } from './recogniser';

export const idForms: readonly Recogniser[] = [
  {
    code: 'id_form',
    kinds: ['id'],
    find: (text, { idShape }) => {
      if (idShape === undefined || idShape.pattern.test(text)) return undefined;
      const looks = shapeOfId(text);
      const is = looks === undefined ? `has ${[...text].length} characters` : `looks like ${looks.one}`;
      return { says: `${is}; IDs are ${idShape.many} here, such as ${idShape.example}`, severity: 'warning' };
    },
  },
];
