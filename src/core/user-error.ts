/**
 * A failure that the person at the keyboard can mend: commands print its message and hint, never its stack.
 *
 * @example
 * throw new UserError('Port 4321 is in use.', 'Stop the other program, or choose a port: PORT=4322 npm start');
 */
export class UserError extends Error {
  override name = 'UserError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
