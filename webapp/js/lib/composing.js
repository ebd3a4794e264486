const PROCESSED = 229;

/**
 * Whether a key belongs to the method by which a text is composed, as Chinese is. Safari says of the Enter
 * that ends a composition that it was over before; only the key's code tells.
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === PROCESSED;
}
