/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number;

/** The one place that knows what time it is. A command asks once and uses the answer throughout. */
export type Clock = () => EpochMilliseconds;
