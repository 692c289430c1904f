/** The size on paper in a PNG. */
import { expect, test } from 'vitest';
import { isDrawn, pixelsOf } from '../../renderer/charts/figure-image.ts';
import { withResolution } from '../../renderer/charts/png.ts';
import { svgOnPaper } from '../../shared/charts/figure-option.ts';

/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

test('300 dpi are 11,811 pixels to the metre, with the checksum that readers want', () => {
  const marked = withResolution(PIXEL, 300);
  const chunk = marked.subarray(33, 33 + 21);
  const view = new DataView(chunk.buffer, chunk.byteOffset);
  expect(view.getUint32(0)).toBe(9);
  expect(String.fromCharCode(...chunk.subarray(4, 8))).toBe('pHYs');
  expect([view.getUint32(8), view.getUint32(12), chunk[16]]).toEqual([11_811, 11_811, 1]);
  // As zlib's crc32 of the same bytes has it.
  expect(view.getUint32(17).toString(16)).toBe('78a53f76');
});

test('nothing else of the picture changes', () => {
  const marked = withResolution(PIXEL, 300);
  expect([...marked.subarray(0, 33), ...marked.subarray(54)]).toEqual([...PIXEL]);
});

const WHITE = [255, 255, 255, 255];
test.each<[what: string, pixels: number[][], expected: boolean]>([
  ['paper alone is none', [WHITE, WHITE, WHITE], false],
  [
    'nothing at all is none',
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    false,
  ],
  ['what is see-through is none', [WHITE, [90, 90, 90, 0]], false],
  [
    'one colour is none',
    [
      [9, 9, 9, 255],
      [9, 9, 9, 255],
    ],
    false,
  ],
  ['a faint line is one', [WHITE, WHITE, [254, 254, 255, 255]], true],
])('of a drawing: %s', (_, pixels, expected) => {
  expect(isDrawn(Uint8ClampedArray.from(pixels.flat()))).toBe(expected);
});

test('a title with what no XML holds makes a picture that can be read', () => {
  const drawing = '<svg width="1" height="1"><text>A\u000bB\ud83d &amp; 图</text></svg>';
  expect(svgOnPaper(drawing, { widthCm: 8.5, heightCm: 6 })).toBe(
    '<svg width="8.5cm" height="6cm"><text>A B\ufffd &amp; 图</text></svg>',
  );
});

test.each([
  [15, 8, 1772, 945],
  [8.5, 6, 1004, 709],
  [2.54, 5.08, 300, 600],
])('%s × %s cm are %s × %s pixels', (widthCm, heightCm, width, height) => {
  expect(pixelsOf({ widthCm, heightCm })).toEqual({ width, height });
});
