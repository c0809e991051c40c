import { i18n } from '#i18n';
import { drawIn } from '@/components/draw-in';
import type { CardLink } from '@/components/page-views';
import { CardPopup } from './card-popup';
import type { CardPort } from './card-port';

/** Draws the card of a badge into a shadow root, whose style the caller puts in, and answers how to take it away again. */
export function mountCard(root: HTMLElement, { badge, onClose }: CardLink, port: CardPort): () => void {
  return drawIn(
    root,
    <CardPopup
      number={badge.number}
      port={port}
      lastWords={i18n.t('panel.outOfReach')}
      badgeAt={badge.at}
      onClose={onClose}
    />,
  );
}
