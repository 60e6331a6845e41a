/** How parts of a line are told apart, where they are shown in colours. */
export interface Paint {
  bold(text: string): string;
  quiet(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}
