// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recognitionText } from '@/components/sync-panel/recognition-text';
import type { GridRecognition, Recognition } from '@/utils/invoice-search/recognition';
import { expectAccessible } from './support/expect-accessible';
import { aRecognition, aRecognitionPort } from './support/recognitions';
import { button, showPanel } from './support/show-panel';

afterEach(cleanup);

const [GRID] = aRecognition().grids as [GridRecognition];
const UNREADABLE = aRecognition({
  unreadable: true,
  grids: [
    {
      ...GRID,
      by: null,
      column: null,
      evidence: [{ strategy: 'caption', obstacle: 'noNumberColumn', seen: ['Nummer'] }],
    },
  ],
});
const show = (recognition: Recognition) => {
  const port = aRecognitionPort(recognition);
  return { ...showPanel({ recognition: port }), port };
};

describe('A page that cannot be read', () => {
  it('is told of, and the user can show where invoice numbers are', async () => {
    const { panel, port } = show(UNREADABLE);
    expect(panel.textContent).toContain('cannot tell for certain');
    fireEvent.click(button('Show me'));
    expect(port.showMe).toHaveBeenCalledOnce();
    await expectAccessible(panel);
  });

  it('is seen to need attention even while the panel is collapsed', () => {
    const { panel } = showPanel({ recognition: aRecognitionPort(UNREADABLE), collapsed: true });
    expect(panel.textContent).toContain('Needs attention');
  });
});

describe('How the page is read', () => {
  it('is laid open, and can be copied', async () => {
    const writeText = vi.fn((_: string) => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const { panel } = show(aRecognition());
    fireEvent.click(button('Copy'));
    expect(writeText).toHaveBeenCalledWith(recognitionText(aRecognition()));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    vi.unstubAllGlobals();
    await expectAccessible(panel);
  });

  it('names screen, list, column and what was tried', () => {
    expect(recognitionText(aRecognition()).split('\n')).toEqual([
      'Is this Invoice Search?',
      '  Title on the page: yes (Invoice Search)',
      '  Address: no',
      'List 1 (invoice-grid)',
      '  Rows read: 40',
      '  Captions (Invoice Number | Company)',
      '  Column of invoice numbers: Invoice Number, by Caption',
      '  Shown by you: nothing was shown',
      '  Caption: yes',
    ]);
  });

  it('says why there is no column', () => {
    expect(recognitionText(UNREADABLE)).toContain('Caption: no column is called so (Nummer)');
    expect(recognitionText({ ...UNREADABLE, grids: [] })).toContain('No list of records is on show.');
  });

  it('offers to forget what was shown, only where it was', () => {
    show(aRecognition());
    expect(screen.queryByRole('button', { name: 'Forget what was shown' })).toBeNull();
    cleanup();
    const { port } = show(aRecognition({ grids: [{ ...GRID, by: 'shown' }] }));
    fireEvent.click(button('Forget what was shown'));
    expect(port.forgetShown).toHaveBeenCalledOnce();
  });
});

it('Everything that can stand in the way has words', () => {
  const source = readFileSync('utils/invoice-search/sighting.ts', 'utf8');
  const obstacles = [...source.matchAll(/\| '(\w+)'/g)].map(([, obstacle]) => obstacle ?? '');
  expect(obstacles.length).toBeGreaterThan(10);
  for (const obstacle of obstacles) {
    const evidence = [{ strategy: 'caption', obstacle, seen: [] }] as unknown as GridRecognition['evidence'];
    expect(recognitionText({ ...UNREADABLE, grids: [{ ...GRID, evidence }] })).not.toContain(
      'recognition.obstacle',
    );
  }
});
