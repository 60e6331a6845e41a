import type { HttpClient } from '../http';

/** What came back while the door sent, as far as the clock and the network are concerned. */
export class Exchanges {
  /** Of each reply: the server's time less ours, in milliseconds, as its header tells. */
  readonly skews: number[] = [];
  /** How many requests left. */
  sent = 0;
  replies = 0;

  /** The client that sends, watched. Told before each request and after each reply. */
  watching(http: HttpClient, now: () => number, told: () => void): HttpClient {
    return {
      send: async (request, limits, signal) => {
        told();
        this.sent += 1;
        const outcome = await http.send(request, limits, signal);
        if (outcome.kind === 'replied') this.replies += 1;
        if (outcome.kind === 'replied') this.#note(outcome.reply.headers['date'], now());
        told();
        return outcome;
      },
    };
  }

  #note(date: string | undefined, now: number): void {
    const time = date === undefined ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(time)) this.skews.push(time - now);
  }
}
