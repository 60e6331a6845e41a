import type { ChoiceSource } from '../../../core/documents';
import { read } from '../../../kit/calls';
import { fullName } from '../../../kit/fullName';
import { listSignatureUis } from '../operations/signatureUis/signatureUis';
import { listUsers } from '../operations/users';

/** What fields refer to, by name: ids as they stand in bodies. */
export const choices: Readonly<Record<string, ChoiceSource>> = {
  users: {
    list: async (call) => {
      const users = await read(call, listUsers, {});
      return {
        items: users.map(({ id, firstname, lastname, email }) => ({
          id,
          title: `${fullName(firstname, lastname)} (${email})`,
        })),
      };
    },
  },
  'signature-uis': {
    list: async (call) => {
      const uis = await read(call, listSignatureUis, {});
      return { items: uis.map(({ id, name }) => ({ id, title: name })) };
    },
  },
};
