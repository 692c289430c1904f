/** The size on paper in a PNG. */
import { expect, test } from 'vitest';
import { pixelsOf } from '../../renderer/charts/figure-image.ts';
import { withResolution } from '../../renderer/charts/png.ts';

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

test.each([
  [15, 8, 1772, 945],
  [8.5, 6, 1004, 709],
  [2.54, 5.08, 300, 600],
])('%s × %s cm are %s × %s pixels', (widthCm, heightCm, width, height) => {
  expect(pixelsOf({ widthCm, heightCm })).toEqual({ width, height });
});
