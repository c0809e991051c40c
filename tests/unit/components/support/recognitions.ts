import type { RecognitionPort } from '@/components/sync-panel/panel-port';
import type { Recognition } from '@/utils/invoice-search/recognition';
import { vi } from 'vitest';

/** A page that reads as most do, unless told otherwise. */
export function aRecognition(change: Partial<Recognition> = {}): Recognition {
  return {
    present: true,
    unreadable: false,
    screen: [
      { strategy: 'banner', proves: true, seen: ['Invoice Search'] },
      { strategy: 'address', proves: false, seen: [] },
    ],
    grids: [
      {
        name: 'invoice-grid',
        inFrame: false,
        captions: ['Invoice Number', 'Company'],
        rows: 40,
        by: 'caption',
        column: 'Invoice Number',
        evidence: [
          { strategy: 'shown', obstacle: 'notShown', seen: [] },
          { strategy: 'caption', obstacle: null, seen: [] },
        ],
      },
    ],
    ...change,
  };
}

/** Tells nothing, or the given recognition at once. */
export function aRecognitionPort(recognition?: Recognition): RecognitionPort {
  return {
    listen: (listener) => {
      if (recognition) listener(recognition);
      return () => undefined;
    },
    showMe: vi.fn(),
    forgetShown: vi.fn(),
  };
}
