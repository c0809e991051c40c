/** All keys that begin with a run's id. An array sorts after every text. */
export function ofRun(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}
