import { useEffect, useState } from 'preact/hooks';
import type { Recognition } from '@/utils/invoice-search/recognition';
import type { RecognitionPort } from './panel-port';

/** How the page was read last; null before anybody has told. */
export function useRecognition({ listen }: Pick<RecognitionPort, 'listen'>): Recognition | null {
  const [recognition, setRecognition] = useState<Recognition | null>(null);
  useEffect(() => listen(setRecognition), [listen]);
  return recognition;
}
