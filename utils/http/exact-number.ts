/** A number of a JSON text as it was written there, so that no amount passes through a float. */
export class ExactNumber {
  constructor(readonly text: string) {}
}
