/**
 * Stands in the bundles for what ofetch brings along for options that the product never sets: a lenient parser of JSON
 * (answers are taken as text and read exactly) and builders of addresses (every address is given whole). It would be
 * three kilobytes of the worker that nothing calls.
 */
function unused(): never {
  throw new Error('an option of ofetch that the bundles leave out');
}

export { unused as withBase, unused as withQuery, unused as default };
