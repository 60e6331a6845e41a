import { t } from '@vscode/l10n';
import type { ErrorCode } from 'yaml';

/** What is wrong with a YAML text, and what to write instead. */
export const yamlWords: Readonly<Record<ErrorCode, () => string>> = {
  ALIAS_PROPS: () => t('An alias (*name) takes neither an anchor nor a tag: remove what stands before it.'),
  BAD_ALIAS: () => t('This is no name of an alias: put the text in quotes if a text is meant.'),
  BAD_COLLECTION_TYPE: () => t('The tag before this does not fit it: remove the tag.'),
  BAD_DIRECTIVE: () => t('This directive is not known: remove the line that begins with %.'),
  BAD_DQ_ESCAPE: () =>
    t('This is no escape that double quotes know: write \\\\ for a backslash, or use single quotes.'),
  BAD_INDENT: () => t('This does not stand below the lines around it: give it as many blanks as they have.'),
  BAD_PROP_ORDER: () => t('Anchor and tag stand in the wrong place: write them before the value, in its line.'),
  BAD_SCALAR_START: () => t('No text can begin with this character: put the text in quotes.'),
  BLOCK_AS_IMPLICIT_KEY: () => t('A second ": " stands in this line: put the text in quotes, or begin a new line.'),
  BLOCK_IN_FLOW: () =>
    t('Within brackets or braces no list or object of lines can begin: write it in brackets as well.'),
  DUPLICATE_KEY: () => t('This name stands twice in the same object: remove one of the two.'),
  IMPOSSIBLE: () => t('This cannot be read: look at the line before it.'),
  KEY_OVER_1024_CHARS: () => t('This name is longer than YAML allows: shorten it.'),
  MISSING_CHAR: () => t('Something is missing here: a colon after a name, or a closing quote, bracket or brace.'),
  MULTILINE_IMPLICIT_KEY: () => t('A name must stand in one line: a colon may be missing, or a closing quote.'),
  MULTIPLE_ANCHORS: () => t('A value can have one anchor (&name) only: remove the others.'),
  MULTIPLE_DOCS: () => t('A second document begins here: put it into a file of its own, and remove the line ---.'),
  MULTIPLE_TAGS: () => t('Tags are not used in scenarios: remove them.'),
  NON_STRING_KEY: () => t('The name of a property must be a text, not a list or an object.'),
  RESOURCE_EXHAUSTION: () => t('This stands in too many brackets to be read: take some away.'),
  TAB_AS_INDENT: () => t('A tab stands here, where YAML allows blanks only: replace it with blanks.'),
  TAG_RESOLVE_FAILED: () => t('Tags are not used in scenarios: remove it.'),
  UNEXPECTED_TOKEN: () => t('This does not belong here: put the text in quotes, or look at the line before it.'),
};
