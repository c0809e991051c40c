import type { Notice, Place } from './use-options';

interface Props {
  readonly place: Place;
  readonly notice: Notice | null;
}

/** Says what became of what was done at this place of the page. */
export function NoticeLine({ place, notice }: Props) {
  const shown = notice?.place === place ? notice : null;
  return (
    <p role="status" class={`notice ${shown?.tone ?? 'quiet'}`}>
      {shown?.text}
    </p>
  );
}
