import { i18n } from '#i18n';
import type { AttentionWords } from '@/utils/worker/attention-desk';
import { namedLines } from './named-lines';
import { plainReasonText } from './reason-text';

/** What the toolbar icon and notifications say. */
export const attentionWords: AttentionWords = {
  get product() {
    return i18n.t('extension.name');
  },
  sentence: plainReasonText,
  named: namedLines,
};
