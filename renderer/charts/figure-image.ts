/**
 * A figure as a picture of an exact size on paper: SVG from ECharts' own drawing without a window, PNG at
 * 300 dpi from that SVG, both the same to the point.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { init } from 'echarts/core';
import './echarts-parts.ts';
import { figureSize, type PaperSize, svgOnPaper } from '../../shared/charts/figure-option.ts';
import { Refusal } from '../shell/refusal.ts';
import { chartsTexts } from './charts-texts.ts';
import { withResolution } from './png.ts';

export const DPI = 300;
const CM_PER_INCH = 2.54;
/** A browser that is short of memory may give an empty picture without a word; the next one is mostly good. */
const ATTEMPTS = 3;
const BETWEEN_ATTEMPTS_MS = 100;
/** Enough to see whether anything is drawn, and nothing beside a picture of up to 7,000 pixels each way. */
const SAMPLE = 64;

export function figureSvg(option: EChartsCoreOption, size: PaperSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...figureSize(size) });
  try {
    chart.setOption({ ...option, animation: false });
    // Without a viewBox of its own the drawing would not follow the size in centimetres.
    return svgOnPaper(chart.renderToSVGString(), size);
  } finally {
    chart.dispose();
  }
}

export function pixelsOf({ widthCm, heightCm }: PaperSize): { width: number; height: number } {
  const pixels = (cm: number) => Math.round((cm / CM_PER_INCH) * DPI);
  return { width: pixels(widthCm), height: pixels(heightCm) };
}

/** Throws Refusal where the browser cannot draw it, or draws nothing: an empty picture never leaves here. */
export async function figurePng(svg: string, size: PaperSize): Promise<Blob> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
    const plain = await drawnPng(svg, pixelsOf(size));
    if (plain === null) continue;
    const bytes = withResolution(new Uint8Array(await plain.arrayBuffer()), DPI);
    return new Blob([bytes], { type: 'image/png' });
  }
  throw new Refusal(chartsTexts.pictureFailed, pixelsOf(size));
}

/** Null where there is no picture, or an empty one. */
async function drawnPng(svg: string, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const image = new Image();
  image.src = svgAddress(svg);
  // The fonts are those of the system: once the picture is decoded, its text can be drawn.
  const isDecoded = await image.decode().then(
    () => true,
    () => false,
  );
  const canvas = canvasOf(width, height);
  const pen = canvas.getContext('2d');
  if (!isDecoded || pen === null) return null;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return picture !== null && (await holdsDrawing(picture)) ? picture : null;
}

/** Read from the file itself: what the canvas holds is not always what comes out of it. */
async function holdsDrawing(picture: Blob): Promise<boolean> {
  const image = await createImageBitmap(picture).catch(() => null);
  const pen = canvasOf(SAMPLE, SAMPLE).getContext('2d', { willReadFrequently: true });
  if (image === null || pen === null) return false;
  // Every pixel counts, or thin lines would fall between those that are looked at.
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, SAMPLE, SAMPLE);
  image.close();
  return isDrawn(pen.getImageData(0, 0, SAMPLE, SAMPLE).data);
}

/** Whether pixels (red, green, blue, opacity) are of a drawing on paper: opaque, and not all of one colour. */
export function isDrawn(pixels: Uint8ClampedArray): boolean {
  const isOpaque = pixels.every((value, at) => at % 4 !== 3 || value === 255);
  return isOpaque && pixels.some((value, at) => value !== pixels[at % 4]);
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
