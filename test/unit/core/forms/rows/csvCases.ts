/** What spreadsheets and people write, and what is meant by it. */
export interface CsvCase {
  readonly name: string;
  /** A text, or bytes of a file in base 64. */
  readonly text?: string;
  readonly base64?: string;
  readonly items: readonly object[];
  readonly refused?: readonly string[];
}

const ann = { email: 'ann@example.com', first_name: 'Ann', order: 1 };
const zoe = { email: 'zoe@example.com', first_name: 'Zoë', order: 1 };

const utf16 = Buffer.from('\uFEFFEmail\tFirst name\r\nzoe@example.com\tZoë\r\n', 'utf16le');

export const csvCases: readonly CsvCase[] = [
  { name: 'commas and a head', text: 'E-mail,First name\nann@example.com,Ann\n', items: [ann] },
  {
    name: 'semicolons, a mark of the order of bytes and CRLF',
    text: '\uFEFFE-Mail;Vorname\r\nann@example.com;Ann\r\n',
    items: [ann],
  },
  { name: 'tabs, as they come out of a spreadsheet', text: 'First name\tEmail\nAnn\tann@example.com', items: [ann] },
  { name: 'bars', text: 'Email|Prénom\nzoe@example.com|Zoë\n', items: [zoe] },
  { name: 'UTF-16 of Excel', base64: utf16.toString('base64'), items: [zoe] },
  {
    name: 'UTF-16 in the other order of bytes',
    base64: Buffer.from(utf16).swap16().toString('base64'),
    items: [zoe],
  },
  {
    name: 'UTF-16 without a mark',
    base64: utf16.subarray(2).toString('base64'),
    items: [zoe],
  },
  {
    name: 'Windows-1252',
    base64: Buffer.from('Courriel;Prénom\r\nzoe@example.com;Zoë', 'latin1').toString('base64'),
    items: [zoe],
  },
  {
    name: "Excel's line about its separator",
    text: 'sep=;\r\nE-Mail;Vorname\r\nann@example.com;Ann\r\n',
    items: [ann],
  },
  {
    name: 'quotes, separators and line ends in them',
    text: 'Email,First name,Last name\n"ann@example.com","Ann ""Annie""","O\'Brien,\nthe second"\n',
    items: [{ ...ann, first_name: 'Ann "Annie"', last_name: "O'Brien,\nthe second" }],
  },
  {
    name: 'empty rows, and rows of separators alone',
    text: 'Email;First name\n\n;\nann@example.com;Ann\n;;\n \n',
    items: [ann],
  },
  {
    name: 'addresses without a head',
    text: 'ann@example.com\nben@example.com',
    items: [
      { email: 'ann@example.com', order: 1 },
      { email: 'ben@example.com', order: 1 },
    ],
  },
  {
    name: 'a column that nobody knows',
    text: 'Shoe size;E-Mail\n42;ann@example.com',
    items: [{ email: 'ann@example.com', order: 1 }],
  },
  { name: 'a head in capitals and spaces', text: ' FIRST NAME ;E-MAIL ADDRESS\nAnn;ann@example.com', items: [ann] },
  {
    name: 'numbers in number fields, texts in text fields',
    text: 'Email;Order;Phone\nann@example.com;"45";0049123',
    items: [{ email: 'ann@example.com', order: 45, phone: '0049123' }],
  },
  {
    name: 'an empty cell in the place of what a new item begins with',
    text: 'Email;Order\nann@example.com;',
    items: [{ email: 'ann@example.com' }],
  },
  {
    name: 'what null is called',
    text: 'Email;Order\nann@example.com;no order',
    items: [{ email: 'ann@example.com', order: null }],
  },
  {
    name: 'choices by value and by name',
    text: 'Email;Sprache\na@example.com;DE\nb@example.com;german\nc@example.com;3',
    items: [
      { email: 'a@example.com', order: 1, language: 'de' },
      { email: 'b@example.com', order: 1, language: 'de' },
      { email: 'c@example.com', order: 1, language: 3 },
    ],
  },
  {
    name: 'switches in three languages',
    text: 'Email;Reminded\na@example.com;ja\nb@example.com;FALSE\nc@example.com;oui',
    items: [
      { email: 'a@example.com', order: 1, reminded: 1 },
      { email: 'b@example.com', order: 1, reminded: 0 },
      { email: 'c@example.com', order: 1, reminded: 1 },
    ],
  },
  {
    name: 'an object in columns',
    text: 'Email;Authentication › Type;Authentication › Number\na@example.com;Phone;+49 1',
    items: [{ email: 'a@example.com', order: 1, authentication: { type: 'phone', number: '+49 1' } }],
  },
  {
    name: 'a list as JSON',
    text: 'Email;Documents\na@example.com;\'["one"]',
    items: [],
    refused: ['Documents holds several values, which a cell can only say as JSON: 1'],
  },
  {
    name: 'formulas that were kept from running',
    text: "Email;Phone\na@example.com;'+49 1",
    items: [{ email: 'a@example.com', order: 1, phone: '+49 1' }],
  },
  {
    name: 'what is of no use',
    text: 'Email;Order;Language\na@example.com;1,5;en\nb@example.com;two;Latin\nc@example.com;3;de',
    items: [{ email: 'c@example.com', order: 3, language: 'de' }],
    refused: ['Order is no number: 1 2', 'Language has no such choice: 2'],
  },
  {
    name: 'an address twice',
    text: 'Email;First name\nann@example.com;Ann\nANN@example.com;Other',
    items: [ann],
  },
  {
    name: 'Google Sheets: commas, CRLF, no mark and no end of the last line',
    text: 'E-mail,First name,Order\r\nann@example.com,Ann,1\r\nzoe@example.com,"Zoë, the elder",1',
    items: [ann, { ...zoe, first_name: 'Zoë, the elder' }],
  },
  {
    name: 'Google Sheets as TSV',
    text: 'E-mail\tFirst name\r\nann@example.com\tAnn\r\nzoe@example.com\tZoë',
    items: [ann, zoe],
  },
  {
    name: 'LibreOffice: every text in quotes, no number',
    text: '"E-Mail";"Vorname";"Order"\n"ann@example.com";"Ann";1\n"zoe@example.com";"Zoë";1\n',
    items: [ann, zoe],
  },
  {
    name: 'Numbers in German: semicolons and no end of the last line',
    text: 'E-Mail;Vorname;Order\r\nann@example.com;Ann;1\r\nzoe@example.com;Zoë;1',
    items: [ann, zoe],
  },
  {
    name: 'Excel in German: semicolons, Windows-1252, a comma in a number',
    base64: Buffer.from(
      'E-Mail;Vorname;Order\r\nzoe@example.com;Zoë;1\r\nann@example.com;Ann;1,5\r\n',
      'latin1',
    ).toString('base64'),
    items: [zoe],
    refused: ['Order is no number: 2'],
  },
  {
    name: 'Excel in German as CSV UTF-8',
    base64: Buffer.from('\uFEFFE-Mail;Vorname\r\nzoe@example.com;Zoë\r\n').toString('base64'),
    items: [zoe],
  },
  {
    name: 'Excel as Unicode text, a line in a cell',
    base64: Buffer.from(
      '\uFEFFEmail\tFirst name\tLast name\r\nzoe@example.com\tZoë\t"of the\nhill"\r\n',
      'utf16le',
    ).toString('base64'),
    items: [{ ...zoe, last_name: 'of the\nhill' }],
  },
  {
    name: 'lines that end in CR alone, as of Excel for Mac',
    text: 'Email;First name\rann@example.com;Ann\r',
    items: [ann],
  },
  {
    name: 'lines that end in several ways',
    text: 'Email;First name\r\nann@example.com;Ann\nzoe@example.com;Zoë\r\n',
    items: [ann, zoe],
  },
  {
    name: 'names and addresses without a head',
    text: 'Ann;ann@example.com\nZoë;zoe@example.com',
    items: [
      { email: 'ann@example.com', order: 1 },
      { email: 'zoe@example.com', order: 1 },
    ],
  },
  {
    name: 'rows that are longer and shorter than the head',
    text: 'Email;First name\nann@example.com;Ann;more;and more\nzoe@example.com',
    items: [ann, { email: 'zoe@example.com', order: 1 }],
  },
  {
    name: 'a head that stands there twice',
    text: 'Email;First name;Email\nann@example.com;Ann;other@example.com',
    items: [ann],
  },
  { name: 'a head alone', text: 'Email;First name\n', items: [] },
  { name: 'nothing at all', text: '', items: [] },
  {
    name: 'blanks that do not break around values',
    text: 'Email;First name\n\u00A0ann@example.com\u00A0; Ann\u00A0',
    items: [ann],
  },
  {
    name: 'a quote that nobody closes',
    text: 'Email;First name\nann@example.com;Ann\nzoe@example.com;"Zoë',
    items: [ann, zoe],
  },
  {
    name: 'a quote in the middle of a value',
    text: 'Email;First name\nann@example.com;Ann "Annie" Ash',
    items: [{ ...ann, first_name: 'Ann "Annie" Ash' }],
  },
  {
    name: 'a byte that is no UTF-8',
    base64: Buffer.concat([
      Buffer.from('Email;First name\nzoe@example.com;Zo'),
      Buffer.from([0xeb]),
      Buffer.from('\n'),
    ]).toString('base64'),
    items: [zoe],
  },
  {
    name: 'an address among names, as of a list of recipients',
    text: 'E-mail\tFirst name\nAnn Ash <ann@example.com>\tAnn',
    items: [{ ...ann, email: 'Ann Ash <ann@example.com>' }],
  },
];
