import { useEffect, useState } from 'preact/hooks';
import { drawIn } from '@/components/draw-in';
import { magnified } from '@/components/magnified';
import type { OverviewLink } from '@/components/page-views';
import { OverviewBar } from './overview-bar';

/** Draws the bar into a shadow root, whose style the caller puts in, and answers how to take it away again. */
export function mountOverview(root: HTMLElement, link: OverviewLink): () => void {
  return drawIn(root, <ConnectedOverview root={root} link={link} />);
}

interface Props {
  readonly root: Element;
  readonly link: OverviewLink;
}

function ConnectedOverview({ root, link }: Props) {
  const [overview, setOverview] = useState(() => link.current());
  useEffect(() => link.onOverview(setOverview), [link]);
  if (overview === null) return null;
  const { left, top, width } = overview.at;
  const times = magnified(root);
  const at = { left: left / times, top: top / times, width: width / times };
  return <OverviewBar currencies={overview.currencies} at={at} />;
}
