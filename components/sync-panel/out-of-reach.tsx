interface Props {
  readonly name: string;
  readonly words: string;
}

/** What is left of the panel when its worker is gone: one line, and no button that would do nothing. */
export function OutOfReach({ name, words }: Props) {
  return (
    <section class="panel" aria-label={name}>
      <h2 class="header">
        <span class="title">{name}</span>
      </h2>
      <div class="body">
        <p role="status" class="problem">
          {words}
        </p>
      </div>
    </section>
  );
}
