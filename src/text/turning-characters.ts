/**
 * What turns the order of other characters around on the screen: embeddings, overrides and isolates. Letters that run from right to left need
 * none of them, and marks (U+200E, U+200F) turn nothing.
 */
export const TURNING = /[\u202A-\u202E\u2066-\u2069]/;
