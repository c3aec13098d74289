/** How a command line ends before a command runs. */

/** Help was asked for: its text belongs on stdout. */
export class HelpShown extends Error {
  readonly text: string;

  constructor(text: string) {
    super('help');
    this.text = text;
  }
}

/** The command line does not fit the command. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
