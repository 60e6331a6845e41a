import type { Column } from '../../../protocol/table/columns';
import { splitPointer } from '../../requests/pointer';

/** Names that people and spreadsheets give the same thing, in English, German and French. */
const synonyms: readonly (readonly string[])[] = [
  [
    ...['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadresse', 'adresseemail', 'adressemail'],
    ...['courriel', 'adresseelectronique', 'adressecourriel', 'signeremail', 'recipientemail'],
  ],
  ['firstname', 'givenname', 'forename', 'vorname', 'prenom', 'prenoms'],
  ['lastname', 'surname', 'familyname', 'nachname', 'familienname', 'zuname', 'nom', 'nomdefamille'],
  ['name', 'fullname', 'displayname', 'vollstandigername', 'nomcomplet', 'signername', 'recipientname'],
  [
    ...['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobilephone', 'mobilenumber', 'cell', 'cellphone'],
    ...['telefon', 'telefonnummer', 'handy', 'handynummer', 'mobil', 'mobilnummer', 'mobiltelefon'],
    ...['numerodetelephone', 'telephoneportable', 'portable'],
  ],
  ['order', 'signingorder', 'position', 'step', 'reihenfolge', 'schritt', 'ordre', 'ordredesignature', 'etape'],
  ['role', 'rolename', 'signerrole', 'rolle', 'rollenname'],
  ['language', 'locale', 'lang', 'sprache', 'langue'],
  ['company', 'organization', 'organisation', 'firma', 'unternehmen', 'societe', 'entreprise'],
  ['title', 'jobtitle', 'anrede', 'titel', 'titre', 'fonction'],
  ['message', 'nachricht', 'note', 'comment', 'kommentar', 'bemerkung', 'commentaire'],
  ['subject', 'betreff', 'objet', 'sujet'],
  ['country', 'land', 'pays'],
  ['password', 'passwort', 'kennwort', 'motdepasse'],
];

const groupByName = new Map(synonyms.flatMap((names, group) => names.map((name) => [name, group] as const)));

/** For each head of a text the column that it names; no column twice. */
export function columnsNamed(heads: readonly string[], columns: readonly Column[]): readonly (Column | undefined)[] {
  const taken = new Set<Column>();
  const found = heads.map((): Column | undefined => undefined);
  for (const isMeant of [isItsTitle, isItsName, isItsMeaning]) {
    for (const [index, head] of heads.entries()) {
      if (found[index] !== undefined || head.trim() === '') continue;
      const column = columns.find((own) => !taken.has(own) && isMeant(head, own));
      if (column === undefined) continue;
      found[index] = column;
      taken.add(column);
    }
  }
  return found;
}

/** The column in which a value tells one person from another. */
export function isAddressColumn(column: Column): boolean {
  return namesOf(column).some((name) => groupByName.get(name) === 0);
}

function isItsTitle(head: string, { title }: Column): boolean {
  return head.trim() === title;
}

/** What has neither letters nor digits is like everything else that has none. */
function isItsName(head: string, column: Column): boolean {
  const name = plain(head);
  return name !== '' && namesOf(column).includes(name);
}

function isItsMeaning(head: string, column: Column): boolean {
  const group = groupByName.get(plain(head));
  return group !== undefined && namesOf(column).some((name) => groupByName.get(name) === group);
}

/** Title, path, key and label; those of the whole before those of a part. */
function namesOf({ pointer, title, field }: Column): readonly string[] {
  return [title, pointer, splitPointer(pointer).at(-1) ?? '', field.label].map(plain);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
