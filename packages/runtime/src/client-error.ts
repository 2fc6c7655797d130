/** What an error tells of itself besides its message. */
export interface ClientErrorDetails extends ErrorOptions {
  /** HTTP method and path template of the operation: `POST /v1/users/{user_id}`. */
  readonly operation: string;
}

/**
 * What every failed call throws, but for a call that its caller aborted: that one throws the reason of the
 * signal. Holds nothing of the request, and no secret, be it in what came.
 */
export class ClientError<Details extends ClientErrorDetails = ClientErrorDetails> extends Error {
  static {
    // On the prototype, so that the first line of the stack has it too.
    this.prototype.name = "ClientError";
  }
  /** HTTP method and path template of the operation: `POST /v1/users/{user_id}`. */
  declare readonly operation: string;

  constructor(message: string, details: Details) {
    super(message, details);
    Object.assign(this, details);
  }

  /** With name and message, which `JSON.stringify` leaves out of other errors. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}
