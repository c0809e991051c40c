/** The guide stands outside everything Manage lays out, and above it. */
export const GUIDE_STYLE = `
:host {
  all: initial !important;
  display: block !important;
}
.bar {
  position: fixed;
  z-index: 1002;
  inset-block-start: 8px;
  inset-inline: 0;
  box-sizing: border-box;
  display: flex;
  align-items: center;
  gap: 12px;
  inline-size: fit-content;
  max-inline-size: min(640px, calc(100vw - 32px));
  margin-inline: auto;
  padding: 8px 12px;
  border: 1px solid #0b3d66;
  border-radius: 4px;
  background: #fff;
  box-shadow: 0 2px 10px rgb(0 0 0 / 30%);
  color: #1f2933;
  color-scheme: light;
  font: 13px/1.45 'Segoe UI', Arial, sans-serif;
}
.words {
  margin: 0;
  overflow-wrap: anywhere;
}
.cancel {
  flex: none;
  min-block-size: 26px;
  padding: 2px 10px;
  border: 1px solid #8b96a1;
  border-radius: 3px;
  background: #f4f6f8;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
:is(.bar, .cancel):focus-visible {
  outline: 2px solid #0b5cab;
  outline-offset: 2px;
}
.frame {
  position: fixed;
  z-index: 1001;
  box-sizing: border-box;
  border: 2px solid #0b5cab;
  border-radius: 2px;
  background: rgb(11 92 171 / 12%);
  pointer-events: none;
}
.frame[hidden] {
  display: none;
}
@media (prefers-color-scheme: dark) {
  .bar {
    border-color: #7ab7f5;
    background: #1d232a;
    color: #e6eaee;
    color-scheme: dark;
  }
  .cancel {
    border-color: #77838f;
    background: #2b343d;
  }
  .cancel:focus-visible {
    outline-color: #7ab7f5;
  }
}
@media (forced-colors: active) {
  .frame {
    border-color: Highlight;
  }
}
`;
