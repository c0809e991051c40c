import { useEffect, useState } from 'preact/hooks';
import { drawIn } from '@/components/draw-in';
import type { OverviewLink } from '@/components/page-views';
import { OverviewBar } from './overview-bar';

/** Draws the bar into a shadow root, whose style the caller puts in, and answers how to take it away again. */
export function mountOverview(root: HTMLElement, link: OverviewLink): () => void {
  return drawIn(root, <ConnectedOverview link={link} />);
}

function ConnectedOverview({ link }: { readonly link: OverviewLink }) {
  const [overview, setOverview] = useState(() => link.current());
  useEffect(() => link.onOverview(setOverview), [link]);
  return overview && <OverviewBar currencies={overview.currencies} at={overview.at} />;
}
