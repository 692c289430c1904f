/** Says in a PNG how large it is on paper, so that Word and PowerPoint show it at the size it was made for. */

const SIGNATURE_AND_HEADER = 33;
const INCH_IN_METRES = 0.0254;

/** The same picture with a pHYs chunk behind its header: `dpi` pixels to the inch both ways. */
export function withResolution(png: Uint8Array<ArrayBuffer>, dpi: number): Uint8Array<ArrayBuffer> {
  const perMetre = Math.round(dpi / INCH_IN_METRES);
  const body = new Uint8Array(13);
  const bodyView = new DataView(body.buffer);
  body.set(new TextEncoder().encode('pHYs'));
  bodyView.setUint32(4, perMetre);
  bodyView.setUint32(8, perMetre);
  // The unit is the metre.
  body[12] = 1;
  const chunk = new Uint8Array(4 + body.length + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  const marked = new Uint8Array(png.length + chunk.length);
  marked.set(png.subarray(0, SIGNATURE_AND_HEADER));
  marked.set(chunk, SIGNATURE_AND_HEADER);
  marked.set(png.subarray(SIGNATURE_AND_HEADER), SIGNATURE_AND_HEADER + chunk.length);
  return marked;
}

/** As the PNG specification has it, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
