/** So long, in milliseconds, does whoever tests in a browser wait: a machine that is busy with other things is no mistake. */
export const PATIENCE_MS = 60_000;
