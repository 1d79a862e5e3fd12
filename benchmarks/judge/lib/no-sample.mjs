/** Thrown where a schema admits no value that this sampler could make. */
export class NoSample extends Error {}
