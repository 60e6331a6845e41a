import type { ListField } from '../../../../../src/protocol/form';

const base = { required: false } as const;

/** A list of people with a value of every kind. */
export const peopleList: ListField = {
  ...base,
  kind: 'list',
  key: 'people',
  label: 'People',
  itemLabel: 'Person',
  newItem: { email: '', order: 1 },
  item: {
    ...base,
    kind: 'group',
    key: '',
    label: '',
    fields: [
      { ...base, kind: 'text', key: 'email', label: 'E-mail', required: true, multiline: false, secret: false },
      { ...base, kind: 'text', key: 'first_name', label: 'First name', multiline: false, secret: false },
      { ...base, kind: 'text', key: 'last_name', label: 'Last name', multiline: false, secret: false },
      { ...base, kind: 'text', key: 'phone', label: 'Phone number', multiline: false, secret: false },
      { ...base, kind: 'number', key: 'order', label: 'Order', integer: true, nullLabel: 'No order' },
      { ...base, kind: 'check', key: 'reminded', label: 'Reminded', on: 1, off: 0 },
      {
        ...base,
        kind: 'choice',
        key: 'language',
        label: 'Language',
        options: [
          { value: 'en', label: 'English' },
          { value: 'de', label: 'German' },
          { value: 3, label: 'Third' },
        ],
      },
      {
        ...base,
        kind: 'variant',
        key: 'authentication',
        label: 'Authentication',
        variants: [
          {
            label: 'Password',
            match: { type: 'password' },
            fields: [
              { ...base, kind: 'text', key: 'type', label: 'Type', multiline: false, secret: false },
              { ...base, kind: 'text', key: 'value', label: 'Value', multiline: false, secret: false },
            ],
            newValue: { type: 'password', value: '' },
          },
          {
            label: 'Phone',
            match: { type: 'phone' },
            fields: [{ ...base, kind: 'text', key: 'number', label: 'Number', multiline: false, secret: false }],
            newValue: { type: 'phone', number: '' },
          },
        ],
      },
      {
        ...base,
        kind: 'list',
        key: 'documents',
        label: 'Documents',
        itemLabel: 'Document',
        newItem: '',
        item: { ...base, kind: 'text', key: '', label: '', multiline: false, secret: false },
      },
    ],
  },
};
