import type { ComponentChildren } from 'preact';

/** The parts that the pictures of vendors' screens are drawn of. All sizes are in the picture's own units. */

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** A window with a title bar, in which something is to be found. */
export function Screen({
  title,
  height = 190,
  children,
}: {
  readonly title: string;
  readonly height?: number;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <rect class="paper" x="1" y="1" width="358" height={height - 2} rx="8" />
      <path class="bar" d="M1 9a8 8 0 0 1 8-8h342a8 8 0 0 1 8 8v19H1z" />
      {[14, 28, 42].map((x) => (
        <circle key={x} class="dot" cx={x} cy="15" r="4" />
      ))}
      <text class="title" x="58" y="20">
        {title}
      </text>
      {children}
    </>
  );
}

/** Words of a screen. */
export function Words({
  x,
  y,
  quiet = false,
  children,
}: Place & { quiet?: boolean; children: ComponentChildren }) {
  return (
    <text class={quiet ? 'quiet' : ''} x={x} y={y}>
      {children}
    </text>
  );
}

/** Something that stands there and does not matter. */
export function Line({ x, y, width }: Place & { readonly width: number }) {
  return <rect class="line" x={x} y={y} width={width} height="6" rx="3" />;
}

/** A field with its caption above it. One that is marked holds a value to be copied. */
export function Field({
  x,
  y,
  width,
  caption,
  value,
  marked = false,
}: Place & { width: number; caption: string; value: string; marked?: boolean }) {
  return (
    <>
      <text class="quiet" x={x} y={y}>
        {caption}
      </text>
      <rect class={marked ? 'field marked' : 'field'} x={x} y={y + 6} width={width} height="24" rx="4" />
      <text x={x + 8} y={y + 22}>
        {value}
      </text>
    </>
  );
}

/** A button of the screen, or a tab of it. */
export function Button({
  x,
  y,
  width,
  height,
  marked = false,
  children,
}: Box & { marked?: boolean; children: string }) {
  return (
    <>
      <rect class={marked ? 'field marked' : 'field'} x={x} y={y} width={width} height={height} rx="4" />
      <text class="middle" x={x + width / 2} y={y + height / 2 + 4}>
        {children}
      </text>
    </>
  );
}
