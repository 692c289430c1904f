/** The line down a chart at the pointer and the box beside it. Placed by hand: the chart has one, however often it is drawn. */
import classes from './charts.module.css';

export type TipPlace = { x: number; top: number; height: number };

const GAP = 14;

export class ChartTip {
  readonly #frame: HTMLElement;
  readonly #line = document.createElement('div');
  readonly #box = document.createElement('div');
  #shown: string | null = null;

  constructor(frame: HTMLElement) {
    this.#frame = frame;
    this.#line.className = classes.tipLine;
    this.#box.className = classes.tipBox;
    this.hide();
    frame.append(this.#line, this.#box);
  }

  /** `key` says what the content is of: where it is the same, only the place changes. */
  show(key: string, content: () => HTMLElement, { x, top, height }: TipPlace, pointerY: number): void {
    if (this.#shown !== key) {
      this.#box.replaceChildren(content());
      this.#line.hidden = false;
      this.#box.hidden = false;
      this.#shown = key;
    }
    const { clientWidth, clientHeight } = this.#frame;
    const { offsetWidth, offsetHeight } = this.#box;
    const isLeft = x + GAP + offsetWidth > clientWidth;
    const left = Math.max(0, isLeft ? x - GAP - offsetWidth : x + GAP);
    const y = Math.max(0, Math.min(pointerY + GAP, clientHeight - offsetHeight));
    this.#line.style.transform = `translate(${Math.round(x)}px, ${top}px)`;
    this.#line.style.height = `${height}px`;
    this.#box.style.transform = `translate(${Math.round(left)}px, ${Math.round(y)}px)`;
  }

  hide(): void {
    if (this.#shown === null && this.#box.hidden) return;
    this.#line.hidden = true;
    this.#box.hidden = true;
    this.#shown = null;
  }

  remove(): void {
    this.#line.remove();
    this.#box.remove();
  }
}
