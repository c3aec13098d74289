/** The person stopped the command: nothing is wrong, and nothing more is to be said than that it stopped. */
export class Interrupted extends Error {
  constructor(message = 'The command was interrupted.') {
    super(message);
    this.name = 'Interrupted';
  }
}
