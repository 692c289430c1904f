/**
 * A chart on a canvas that is panned and zoomed: the wheel and dragging set a window of its periods, and once for
 * each frame what the window shows is drawn anew, so that 100,000 points move as fast as ten. The pointer shows all
 * values of its period, a click picks it.
 *
 *     const view = new ChartView(frame, box, { onMove, onSettle, onPick });
 *     view.draw((size) => drawingOf(drawn, { theme, size }), { start: 0, end: 30 }, tipOf);
 */
import { type EChartsType, init } from 'echarts/core';
import type { Box } from '../../shared/charts/chart-layout.ts';
import { type Drawing, extentOf, windowOption } from '../../shared/charts/chart-option.ts';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { Window } from '../../shared/charts/line-points.ts';
import { ChartTip } from './chart-tip.ts';
import { isSameWindow, panned, wholePeriods, zoomed } from './chart-window.ts';
import './echarts-parts.ts';
import { markEntries } from './point-marks.ts';

export type PixelSize = { width: number; height: number };

type Listeners = {
  /** For each frame that is drawn of another window. */
  onMove: (window: Window) => void;
  /** Some time after the last movement. */
  onSettle: (window: Window) => void;
  /** A click on a period; `x` is where, in pixels. */
  onPick: (pick: { at: number; x: number }) => void;
};

const SETTLED_MS = 180;
/** A pixel of the wheel nears or removes by so much. */
const ZOOM_OF_PIXEL = 0.0015;
/** Lines and pages in which some mice count. */
const PIXELS_OF_MODE = [1, 16, 400];
/** Less is a click with a trembling hand. */
const DRAG_PIXELS = 4;

export class ChartView {
  readonly #chart: EChartsType;
  readonly #box: HTMLElement;
  readonly #tip: ChartTip;
  readonly #listeners: Listeners;
  readonly #ended = new AbortController();
  #makeDrawing: ((size: PixelSize) => Drawing) | null = null;
  #drawing: Drawing | null = null;
  #contentAt: (at: number) => HTMLElement = () => document.createElement('div');
  #isMovable = true;
  #window: Window = { start: 0, end: 0 };
  #drawn: Window | null = null;
  /** Where the panels lie within their axes; while it moves they stay there. */
  #plots: readonly Box[] = [];
  #marked: readonly Reference[] = [];
  #frame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #drag: { x: number; from: Window; hasMoved: boolean } | null = null;

  constructor(frame: HTMLElement, box: HTMLElement, listeners: Listeners) {
    this.#box = box;
    this.#listeners = listeners;
    this.#chart = init(box, null, { renderer: 'canvas' });
    this.#tip = new ChartTip(frame);
    const { signal } = this.#ended;
    box.addEventListener('wheel', (event) => this.#wheel(event), { passive: false, capture: true, signal });
    box.addEventListener('mousemove', (event) => this.#keep(event), { capture: true, signal });
    box.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    box.addEventListener('pointermove', (event) => this.#point(event), { signal });
    box.addEventListener('pointerup', (event) => this.#release(event), { signal });
    box.addEventListener('pointercancel', () => this.#endDrag(), { signal });
    box.addEventListener('pointerleave', () => this.#tip.hide(), { signal });
    const resized = new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect));
    resized.observe(box);
    signal.addEventListener('abort', () => resized.disconnect());
  }

  dispose(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
    this.#tip.remove();
    this.#chart.dispose();
  }

  /** Another chart, at once. */
  draw(
    make: (size: PixelSize) => Drawing,
    window: Window,
    { contentAt, isMovable }: { contentAt: (at: number) => HTMLElement; isMovable: boolean },
  ): void {
    this.#makeDrawing = make;
    this.#contentAt = contentAt;
    this.#isMovable = isMovable;
    this.#endDrag();
    this.#tip.hide();
    this.#redraw(window);
  }

  /** Where it is not there already. */
  show(window: Window): void {
    if (isSameWindow(wholePeriods(this.#window), window)) return;
    this.#window = window;
    this.#drawWindow();
  }

  /** By hand: drawn with the next frame, and told when it has come to rest. */
  move(window: Window): void {
    if (!this.#isMovable) return;
    this.#window = window;
    this.#tip.hide();
    this.#frame ||= requestAnimationFrame(() => this.#drawWindow(this.#plots));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLED_MS);
  }

  /** A ring around each point that a claim rests on, and the tip at the first one. */
  mark(marked: readonly Reference[]): void {
    if (marked.length === 0 && this.#marked.length === 0) return;
    this.#marked = marked;
    this.#drawn = null;
    this.#drawWindow();
    const [first] = marked;
    if (first === undefined || this.#drawing === null) {
      this.#tip.hide();
      return;
    }
    const { drawn } = this.#drawing;
    const panel = drawn.columns.find(({ key }) => key === first.columnKey)?.panel ?? 0;
    this.#showTip(panel, drawn.periods.indexOf(first.period), this.#chart.getHeight() / 3);
  }

  #redraw(window: Window): void {
    const { width, height } = this.#box.getBoundingClientRect();
    if (this.#makeDrawing === null || width === 0 || height === 0) return;
    this.#drawing = this.#makeDrawing({ width, height });
    this.#window = window;
    this.#drawn = null;
    if (this.#plots.length > 0) this.#chart.clear();
    this.#drawWindow();
  }

  #resize({ width, height }: PixelSize): void {
    // It tells the size at first, too; all would be drawn twice.
    if (Math.round(width) === this.#chart.getWidth() && Math.round(height) === this.#chart.getHeight()) return;
    this.#chart.resize({ width, height });
    this.#redraw(this.#window);
  }

  /** The labels of the axes may need more or less room than before. */
  #settle(): void {
    this.#drawn = null;
    this.#drawWindow();
    this.#listeners.onSettle(wholePeriods(this.#window));
  }

  #drawWindow(plots?: readonly Box[]): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const window = wholePeriods(this.#window);
    if (this.#drawing === null || (this.#drawn !== null && isSameWindow(this.#drawn, window))) return;
    this.#drawn = window;
    const option = windowOption(this.#drawing, window, plots);
    const series = [option.series, markEntries(this.#drawing, window, this.#marked)].flat();
    this.#chart.setOption({ ...option, series }, { replaceMerge: 'series' });
    if (plots === undefined) this.#plots = this.#drawing.drawn.panels.map((_, panel) => this.#findPlot(panel));
    this.#listeners.onMove(window);
  }

  /** What lies in a panel is drawn to be looked at: ECharts would search each line, point by point, for the pointer. */
  #keep(event: MouseEvent): void {
    if (this.#placeOf(event) !== null) event.stopPropagation();
  }

  #wheel(event: WheelEvent): void {
    const place = this.#placeOf(event);
    if (place === null || !this.#isMovable) return;
    event.preventDefault();
    event.stopPropagation();
    const pixels = PIXELS_OF_MODE[event.deltaMode] ?? 1;
    const [x, y] = [event.deltaX * pixels, event.deltaY * pixels];
    const isSideways = Math.abs(x) > Math.abs(y);
    if (isSideways) this.move(panned(this.#window, this.#count, x * this.#step));
    else this.move(zoomed(this.#window, this.#count, Math.exp(y * ZOOM_OF_PIXEL), place.exact));
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || this.#placeOf(event) === null) return;
    this.#drag = { x: event.clientX, from: this.#window, hasMoved: false };
    this.#box.setPointerCapture(event.pointerId);
  }

  #point(event: PointerEvent): void {
    const place = this.#placeOf(event);
    if (this.#drag === null) {
      if (place === null) this.#tip.hide();
      else this.#showTip(place.panel, place.at, event.offsetY);
      return;
    }
    const moved = event.clientX - this.#drag.x;
    if (!this.#drag.hasMoved && Math.abs(moved) < DRAG_PIXELS) return;
    this.#drag.hasMoved = true;
    this.move(panned(this.#drag.from, this.#count, -moved * this.#step));
  }

  #release(event: PointerEvent): void {
    const wasClick = this.#drag !== null && !this.#drag.hasMoved;
    this.#endDrag();
    const place = wasClick ? this.#placeOf(event) : null;
    if (place === null) return;
    // What the card says is all that the tip says, and more.
    this.#tip.hide();
    this.#listeners.onPick({ at: place.at, x: event.offsetX });
  }

  #endDrag(): void {
    this.#drag = null;
  }

  get #count(): number {
    return this.#drawing?.drawn.periods.length ?? 0;
  }

  /** The ends of the axis of periods. */
  get #extent(): { min: number; max: number } {
    if (this.#drawing === null || this.#drawn === null) return { min: 0, max: 0 };
    return extentOf(this.#drawing.drawn, this.#drawn);
  }

  /** Periods to a pixel. */
  get #step(): number {
    const { min, max } = this.#extent;
    return (max - min) / (this.#plots[0]?.width ?? 1);
  }

  /** The period and the panel that the pointer is over; null beside the panels. */
  #placeOf({ offsetX: x, offsetY: y }: MouseEvent): { panel: number; exact: number; at: number } | null {
    const isOver = ({ left, top, width, height }: Box) =>
      x >= left && x <= left + width && y >= top && y <= top + height;
    const panel = this.#plots.findIndex(isOver);
    if (panel < 0) return null;
    const exact = this.#extent.min + (x - this.#plots[panel].left) * this.#step;
    return { panel, exact, at: Math.max(0, Math.min(Math.round(exact), this.#count - 1)) };
  }

  #showTip(panel: number, at: number, y: number): void {
    const { start, end } = wholePeriods(this.#window);
    const plot = this.#plots[panel];
    if (at < start || at > end || plot === undefined) return;
    const x = plot.left + (at - this.#extent.min) / this.#step;
    this.#tip.show(`${at}`, () => this.#contentAt(at), { x, top: plot.top, height: plot.height }, y);
  }

  /** Where ECharts has put it. */
  #findPlot(panel: number): Box {
    const { min, max } = this.#extent;
    const [left, right] = [min, max].map((at) => Number(this.#chart.convertToPixel({ xAxisIndex: panel }, at)));
    // The second axis of each panel goes from 0 to 1.
    const share = { yAxisIndex: (this.#drawing?.drawn.panels.length ?? 0) + panel };
    const [bottom, top] = [0, 1].map((at) => Number(this.#chart.convertToPixel(share, at)));
    return { left, top, width: right - left, height: bottom - top };
  }
}
