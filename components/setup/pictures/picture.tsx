import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

interface Props {
  /** What is to be seen, for whoever cannot see it. It stands below the picture too. */
  readonly caption: string;
  readonly height?: number;
  readonly children: ComponentChildren;
}

/** A drawing of a screen, with what it shows said below it. */
export function Picture({ caption, height = 190, children }: Props) {
  const id = useId();
  return (
    <figure class="picture">
      <svg viewBox={`0 0 360 ${height}`} role="img" aria-labelledby={id}>
        {children}
      </svg>
      <figcaption id={id}>{caption}</figcaption>
    </figure>
  );
}
