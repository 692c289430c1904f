/**
 * A figure as a picture of an exact size on paper: SVG from ECharts' own drawing without a window, PNG at
 * 300 dpi from that SVG, both the same to the point.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { init } from 'echarts/core';
import './echarts-parts.ts';
import { withResolution } from './png.ts';

export type PaperSize = { widthCm: number; heightCm: number };

export const DPI = 300;
const CM_PER_INCH = 2.54;
/** A point of CSS is a 96th of an inch. */
const CSS_DPI = 96;

export function figureSvg(option: EChartsCoreOption, { widthCm, heightCm }: PaperSize): string {
  const width = (widthCm / CM_PER_INCH) * CSS_DPI;
  const height = (heightCm / CM_PER_INCH) * CSS_DPI;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    // Without a viewBox of its own the drawing would not follow the size in centimetres.
    return chart
      .renderToSVGString()
      .replace(/^<svg width="[^"]*" height="[^"]*"/, `<svg width="${widthCm}cm" height="${heightCm}cm"`);
  } finally {
    chart.dispose();
  }
}

export function pixelsOf({ widthCm, heightCm }: PaperSize): { width: number; height: number } {
  const pixels = (cm: number) => Math.round((cm / CM_PER_INCH) * DPI);
  return { width: pixels(widthCm), height: pixels(heightCm) };
}

/** Throws where the browser cannot draw it. */
export async function figurePng(svg: string, size: PaperSize): Promise<Blob> {
  const { width, height } = pixelsOf(size);
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas to draw on');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (plain === null) throw new Error(`This browser draws no picture of ${width} × ${height} pixels`);
  const bytes = withResolution(new Uint8Array(await plain.arrayBuffer()), DPI);
  return new Blob([bytes], { type: 'image/png' });
}

export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
