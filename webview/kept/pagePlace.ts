/** What is scrolled, in pixels. */
export interface Scrolled {
  readonly top: number;
  /** As far as it can be scrolled now. */
  readonly most: number;
  scrollTo(top: number): void;
}

/** Stands at a place of what is still growing, until somebody scrolls it elsewhere. */
export class PagePlace {
  readonly #page: Scrolled;
  readonly #wanted: number;
  #own = 0;
  #isOver = false;

  constructor(page: Scrolled, wanted: number) {
    this.#page = page;
    this.#wanted = wanted;
    this.#go();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Its size, or that of something above, is another one. */
  resized(): void {
    this.look();
    if (!this.#isOver) this.#go();
  }

  /** Over where somebody else has scrolled. At the end of what has become shorter nobody has. */
  look(): void {
    const { top, most } = this.#page;
    const isCut = top < this.#own && top >= most - tolerance;
    if (Math.abs(top - this.#own) > tolerance && !isCut) this.end();
  }

  end(): void {
    this.#isOver = true;
  }

  #go(): void {
    this.#page.scrollTo(this.#wanted);
    this.#own = this.#page.top;
  }
}

/** Places lie between pixels on some screens. */
const tolerance = 1;
