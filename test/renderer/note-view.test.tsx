/** The text of a note as it reads: what is drawn of Markdown, and that nothing of it runs or is fetched. */
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteView, tickedAt } from '../../renderer/notes/note-view.tsx';
import { linkAddress, pastedImage } from '../../renderer/notes/safe-address.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { LiveFigure } from '../../shared/live-figures.ts';
import { HOSTILE } from '../fixtures/hostile-markdown.ts';
import { fakeWorkbench } from './fake-workbench.ts';

// KaTeX refuses a page without a doctype, as the one of the tests is.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });

const IMAGE = '0b9f0e3c-5c42-4b4e-8d3b-2f6f3c1f4a10';
const figure: LiveFigure = {
  ref: 'fact:002/x',
  state: 'ok',
  message: null,
  value: 88.7,
  text: '',
  unit: '%',
  qualifier: '≈',
  date: '2024-05',
  name: sameInBoth('GPT-4o · MMLU'),
  sourceTitle: sameInBoth('A report'),
  place: '002/图1',
  factId: '002/x',
  seriesId: null,
  sheetId: null,
  isDemonstration: false,
};

function show(text: string, onTick?: (text: string) => void) {
  const workbench = fakeWorkbench({
    describeObjects: ({ refs }) =>
      refs.map((ref) => ({
        ref,
        state: ref.includes('gone') ? 'gone' : 'there',
        title: sameInBoth(ref.includes('gone') ? '' : `title of ${ref}`),
        within: null,
      })),
    getFigures: ({ refs }) => refs.map((ref) => ({ ...figure, ref })),
    getImage: ({ imageId }) => ({ id: imageId, mediaType: 'image/png', base64: 'iVBORw0KGgo=' }),
  });
  const { container } = render(
    <MantineProvider env="test">
      <NoteView text={text} onTick={onTick} />
    </MantineProvider>,
  );
  return { workbench, container };
}

beforeEach(() => adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const FORBIDDEN =
  'script, iframe, object, embed, form, style, link, meta, base, video, audio, source, svg script, button[type=submit], input:not([type=checkbox]), object-link, live-figure';

describe('whatever stands in it, nothing runs and nothing is fetched', () => {
  it.each(HOSTILE)('%s', async (_, text, read) => {
    const { container, workbench } = show(text);
    const view = container.querySelector('[class*=view]');
    await waitFor(() => expect(view?.textContent).toContain(read));
    // Formulas come a moment later.
    if (text.includes('$$')) await waitFor(() => expect(view?.querySelector('.katex, .katex-error')).not.toBeNull());
    expect([...(view?.querySelectorAll(FORBIDDEN) ?? [])].map(({ outerHTML }) => outerHTML)).toEqual([]);
    for (const element of view?.querySelectorAll('*') ?? []) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (['href', 'src', 'action', 'data', 'poster', 'srcset', 'xlink:href'].includes(name)) {
          expect(value).toMatch(/^(https:\/\/evil\.example\/?$|blob:)/);
          expect(element.tagName).toBe('A');
        }
      }
    }
    expect(view?.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(window).not.toHaveProperty('hasRun');
    expect(workbench.calls.map(({ method }) => method).filter((method) => method !== 'describeObjects')).toEqual([]);
  });
});

it.each([
  ['https://example.com', 'https://example.com/'],
  ['HTTP://EXAMPLE.com/a b', null],
  ['http://例子.中国/a', 'http://xn--fsqu00a.xn--fiqs8s/a'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  [' javascript:alert(1)', null],
  ['//example.com', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['', null],
])('the address %j leads to %j', (written, address) => {
  expect(linkAddress(written)).toBe(address);
});

it('takes only ids of pasted images', () => {
  expect([pastedImage(`image:${IMAGE}`), pastedImage('image:x'), pastedImage(`https://a/image:${IMAGE}`)]).toEqual([
    IMAGE,
    null,
    null,
  ]);
});

it('draws links to objects, live figures with value, unit and source, images, tables and formulas', async () => {
  const { container } = show(
    `[[source:002]] [[fact:gone|an old fact]] {{fact:002/x}} ![a chart](image:${IMAGE}) $5 to $8\n\n| a | b |\n|---|--:|\n| $$x^2$$ | {{fact:002/x}} |`,
  );
  await screen.findByRole('button', { name: 'title of source:002' });
  expect(screen.getByText('an old fact').title).toBe('fact:gone is gone');
  expect((await screen.findAllByText('≈ 88.7%')).length).toBe(2);
  await userEvent.hover(screen.getAllByText('≈ 88.7%')[0]);
  expect(await screen.findByText('A report · 002/图1')).toBeTruthy();
  expect(container.querySelector('p div')).toBeNull();
  expect(await screen.findByRole('img', { name: 'a chart' })).toBeTruthy();
  expect(container.textContent).toContain('$5 to $8');
  await waitFor(() => expect(container.querySelector('table .katex')).not.toBeNull());
});

it('ticks boxes where they stand in the text', async () => {
  const ticked = vi.fn();
  const text = '- [ ] one\n  - [x] two\n\n1. [ ] three\n\n`- [ ] code`';
  show(text, ticked);
  const boxes = screen.getAllByRole('checkbox');
  expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([false, true, false]);
  for (const box of boxes) await userEvent.click(box);
  expect(ticked.mock.calls.map(([changed]) => changed)).toEqual([
    text.replace('[ ] one', '[x] one'),
    text.replace('[x] two', '[ ] two'),
    text.replace('[ ] three', '[x] three'),
  ]);
  expect(tickedAt('no box here', 3)).toBe('no box here');
});
