import { ENDS, GAP } from './fit-badge';

/**
 * The badge hangs on an inline box of no size, so that neither the row nor the column can grow by it, and yet it
 * scrolls and is clipped with its cell. Rules of the page, `!important` or not, lose against important rules of a
 * shadow root. The colour is the cell's own, so that it can be read on any row, selected or dark.
 */
export const BADGE_STYLE = `
:host {
  all: initial !important;
  display: inline !important;
  position: relative !important;
  color: inherit !important;
  font-family: inherit !important;
  font-size: inherit !important;
  line-height: 0 !important;
}
.badge {
  all: unset;
  position: absolute;
  left: 0;
  top: 0;
  line-height: 14px;
}
.face {
  display: flex;
  gap: ${GAP}px;
  align-items: center;
  box-sizing: border-box;
  height: 14px;
  padding-inline: ${ENDS / 2}px;
  border-radius: 7px;
  background: color-mix(in srgb, currentColor 8%, transparent);
  font-size: 10px;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  cursor: pointer;
  user-select: none;
}
.badge:hover .face {
  background: color-mix(in srgb, currentColor 16%, transparent);
}
.badge:focus-visible .face {
  outline: 2px solid;
}
.badge[data-size='no-date'] .date,
.badge:not([data-size='compact'], [data-size='measure']) .compact,
.badge[data-size='compact'] :is(.amount, .date),
.badge[data-size='sign'] :is(.amount, .date) {
  display: none;
}
/* Laid out, and yet neither seen nor anything that a page could scroll to. */
.badge[data-size='measure'] {
  visibility: hidden;
  width: 0;
  height: 0;
  overflow: hidden;
}
.badge[data-size='measure'] .face {
  width: max-content;
}
/* Out of sight, and yet there for screen readers. */
.badge[data-size='none'] {
  width: 1px;
  height: 1px;
  overflow: hidden;
  opacity: 0;
}
.badge[data-size='none']:focus-visible {
  opacity: 1;
  outline: 2px solid;
}
.date {
  opacity: 0.8;
}
.sign {
  flex: none;
  width: 10px;
  height: 10px;
}
.sign path {
  fill: none;
  stroke: var(--state, currentColor);
  stroke-width: 1.5;
}
.sign .area {
  fill: var(--state, currentColor);
  stroke: none;
}
.sign .mark {
  stroke: #fff;
}
.paid {
  --state: #2a8a53;
}
.partly-paid {
  --state: #b86e00;
}
@media (forced-colors: active) {
  .face {
    border: 1px solid;
  }
  .sign {
    --state: CanvasText;
  }
  .sign .mark {
    stroke: Canvas;
  }
}
`;
