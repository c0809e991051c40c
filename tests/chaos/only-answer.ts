import type { Answer, RunAnswer } from '@/utils/messaging/protocol';

/** The answer to the wish to run the one connection there is. */
export function onlyAnswer(answer: Answer<unknown>): Answer<unknown> {
  if (!answer.ok) return answer;
  const [only] = answer.value as readonly RunAnswer[];
  if (only === undefined) throw new Error('nobody answered');
  return only.answer;
}
