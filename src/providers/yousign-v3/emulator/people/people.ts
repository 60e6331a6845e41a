import { keysOf, pick } from '../../../../core/typing/keysOf';
import type { ContactReply } from '../../operations/contacts';
import { unsaidOfContact } from '../accountRecords';
import { pageOfMap } from '../pages';
import { notFound } from '../records';
import { tellEvent } from '../requests/messages';
import type { Handlers } from '../state';

export const peopleHandlers: Pick<Handlers, 'listUsers' | 'getUser' | 'listContacts' | 'createContact' | 'getContact'> =
  {
    listUsers: ({ state, values: { query } }) => {
      const { email } = query;
      const found = [...state.users].filter(([, user]) => email === undefined || user.email === email.toLowerCase());
      return { status: 200, body: pageOfMap(new Map(found), query) };
    },
    getUser: ({ state, values: { path } }) => {
      const user = state.users.get(path.userId.toLowerCase());
      return user === undefined ? notFound : { status: 200, body: user };
    },
    listContacts: ({ state, values: { query } }) => ({ status: 200, body: pageOfMap(state.contacts, query) }),
    createContact: ({ state, values: { body }, tools }) => {
      const { first_name, last_name, email, locale } = body;
      const given = pick(body, keysOf(unsaidOfContact));
      const contact: ContactReply = {
        id: tools.uuid(),
        first_name,
        last_name,
        email,
        locale,
        ...unsaidOfContact,
        ...given,
      };
      state.contacts.set(contact.id, contact);
      const data = { contact: { id: contact.id, email, first_name, last_name } };
      tellEvent(state, { event: 'contact.created', about: contact.id, data: () => data }, tools);
      return { status: 201, body: contact };
    },
    getContact: ({ state, values: { path } }) => {
      const contact = state.contacts.get(path.contactId.toLowerCase());
      return contact === undefined ? notFound : { status: 200, body: contact };
    },
  };
