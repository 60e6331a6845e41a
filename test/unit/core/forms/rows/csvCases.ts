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
];
