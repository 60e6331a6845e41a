import { type Address, loopbackAddress, loopbackPage } from '../../core/addresses/address';
import { defaultLimits, type HttpClient, type HttpRequest } from '../../core/http';
import type { EmulatorAnswer, EmulatorPort } from '../../core/scenarios/stage';
import { controlHeader, controlPath, descriptionPath } from '../../emulator/control';

/** What scenarios do with the emulator that listens at an address of this machine. */
export function emulatorOverHttp(http: HttpClient, baseUrl: string): EmulatorPort {
  const send = async (url: Address | undefined, request: Omit<HttpRequest, 'url'>): Promise<EmulatorAnswer> =>
    url === undefined ? { kind: 'foreign' } : http.send({ ...request, url }, defaultLimits);
  const control = (command: string, body: unknown) =>
    send(loopbackAddress(baseUrl, `${controlPath}/${command}`), {
      method: 'POST',
      headers: { [controlHeader]: '1', 'content-type': 'application/json' },
      body: { text: JSON.stringify(body) },
    });
  const decide = (link: string, form: [name: string, value: string][]) =>
    send(loopbackPage(baseUrl, link), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { text: new URLSearchParams(form).toString() },
    });
  return {
    reset: () => control('reset', {}),
    advance: (minutes) => control('advance', { minutes }),
    turn: (name, isOn) => control('switches', { [name]: isOn }),
    visit: (link) => send(loopbackPage(baseUrl, link), { method: 'GET', headers: {}, body: undefined }),
    sign: (link) => decide(link, [['action', 'finish']]),
    decline: (link, reason) =>
      decide(link, [
        ['action', 'decline'],
        ['reason', reason],
      ]),
    answer: (link, answers) =>
      decide(link, [['action', 'answer'], ...answers.map((one): [string, string] => ['answer', one])]),
    describe: (collection, id) =>
      send(loopbackAddress(baseUrl, descriptionPath, { collection, id }), {
        method: 'GET',
        headers: {},
        body: undefined,
      }),
    exchange: ({ method, path, headers, body }) =>
      send(loopbackPage(baseUrl, path), { method, headers, body: body === undefined ? undefined : { text: body } }),
  };
}
