/** How smoothly something scrolls: frames a second while the wheel turns over it. */
import type { Locator, Page } from 'playwright-core';

const SCROLL_SECONDS = 3;

/** Frames a second while the wheel turns over `place`. */
export async function framesOfWheel(page: Page, place: Locator): Promise<number> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('What is to be scrolled is not on screen');
  await page.mouse.move(box.x + 400, box.y + 300);
  const counting = page.evaluate(countFrames, SCROLL_SECONDS);
  const end = performance.now() + SCROLL_SECONDS * 1000;
  while (performance.now() < end) await page.mouse.wheel(0, 240);
  return counting;
}

/** Frames a second; runs in the page. */
function countFrames(seconds: number): Promise<number> {
  return new Promise((resolve) => {
    const first = performance.now();
    let count = 0;
    const frame = (now: number) => {
      count++;
      if (now - first < seconds * 1000) requestAnimationFrame(frame);
      else resolve(count / ((now - first) / 1000));
    };
    requestAnimationFrame(frame);
  });
}
