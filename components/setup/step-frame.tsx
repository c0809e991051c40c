import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly intro: string;
  readonly picture: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One step: what it is about, what is to be done, and beside it a picture of where that is found. */
export function StepFrame({ title, intro, picture, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <p class="help">{intro}</p>
      <div class="step">
        <div class="to-do">{children}</div>
        <div class="pictures">{picture}</div>
      </div>
    </section>
  );
}
