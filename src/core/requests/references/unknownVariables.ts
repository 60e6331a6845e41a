import { t } from '@vscode/l10n';
import type { Issue, Mend } from '../../../protocol/form';
import { nearest } from '../../forms/wording/nearest';
import type { Operation, RequestValues } from '../../operation';
import { shortened } from '../../quoting/shortened';
import { isDynamic } from './dynamicVariables';
import { isCredential, namesIn, placeholdersIn, referencesIn, textsWithReferences } from './references';
import { isSecret } from './variablesFile';
import { variablesFileName } from './variablesFileName';

export const unknownVariableCode = 'unknown_variable';

/** Beyond so many, names that are near are no longer looked for. */
const mostSuggestions = 50;

/** Variables of a request that its connection does not have. */
export function unknownVariables(
  operation: Operation,
  values: RequestValues,
  variables: Readonly<Record<string, string>>,
  say: (name: string) => string = missing,
): readonly Issue[] {
  const isUnknown = (name: string) => !Object.hasOwn(variables, name) && !isCredential(name) && !isDynamic(name);
  if (!referencesIn(values).some(isUnknown)) return [];
  const isPlaceholder = placeholdersIn(operation, values);
  const names = Object.keys(variables);
  return textsWithReferences(values).flatMap(([pointer, text], index) =>
    namesIn(text)
      .filter((name) => isUnknown(name) && !isPlaceholder(name, pointer))
      .slice(0, 1)
      .map((name): Issue => {
        const meant = index < mostSuggestions ? nearest(name, names) : undefined;
        const message = say(shortened(name));
        const mend = meant === undefined ? undefined : renaming(name, meant, text, pointer);
        return {
          ...{ pointer, code: unknownVariableCode, message, severity: 'error' },
          ...(mend && { mend }),
          ...(isAddable(name) && { variable: name }),
        };
      }),
  );
}

function missing(name: string): string {
  return t(
    'There is no variable "{0}" on this connection. Add it to the variables of the connection, or to {1}.',
    name,
    variablesFileName,
  );
}

/** Secrets are credentials, and other names are none of the file. */
function isAddable(name: string): boolean {
  return /^[\w.-]+$/.test(name) && !isSecret(name, '');
}

function renaming(name: string, meant: string, text: string, pointer: string): Mend {
  const value = text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, one) => (one === name ? `{{${meant}}}` : whole));
  const [wrong, right] = [`{{${name}}}`, `{{${meant}}}`];
  const title = t('Write {0}', right);
  return { title, titleForAll: t('Write {0} for {1}', right, wrong), edits: [{ kind: 'set', pointer, value }] };
}
