/** How long each part of the editor waits, in milliseconds, before it does what it is named after. */
export const waitingTimes = {
  /** A reply that comes faster is shown at once, without a picture of waiting before it. */
  replyMs: 120,
  /** Menus need not change, and cost time, for a reply that comes faster. */
  menusMs: 120,
  /** A form need not change for a reply that comes faster. */
  formMs: 120,
  /** How long a send may take before a notification says that it still runs. */
  noticeMs: 3000,
  /** Long enough not to ask for every digit of an id that is typed. */
  factsMs: 400,
  /** Long enough not to look for every letter of a path that is typed. */
  attachmentsMs: 300,
  /** Replies often come in pairs (a token, then the call): the tree is read once for all of them. */
  treeMs: 150,
  /** How often the emulator of another process is looked at: it says nothing by itself. */
  attachedMs: 1500,
  /** Steps of a scenario end faster than anybody looks at their picture. */
  pictureMs: 40,
  /** Long enough not to draw for every letter of a scenario that is typed. */
  planMs: 300,
  /** How long a page that is seen may not be handed over before it is taken for one that nobody hears. */
  unheardMs: 15_000,
  /** The window has enough to do when it opens: what others left is taken away later. */
  sweepMs: 5000,
  /** How often rows that say how long ago something was are looked at. */
  agoMs: 30_000,
  /** How often rows that say how long a link still lives are looked at. */
  linkClockMs: 5_000,
  /** How long a sign-in with a browser is waited for: passwords and second factors take their time. */
  loginMs: 5 * 60_000,
  /** A walkthrough whose button was pressed by key takes the focus back after 250 ms, from whatever asks by then. */
  walkthroughMs: 500,
  /** How long the status bar says what was copied. */
  copiedMs: 3000,
  /** How long the status bar says what has happened elsewhere. */
  doneMs: 5000,
} as const;
