/**
 * The mark that `awslambda.streamifyResponse` leaves on a handler, with the value `'response'`. Doubles of `awslambda` use it, too, so their
 * handlers are recognized.
 */
export const STREAMING: unique symbol = Symbol.for('aws.lambda.runtime.handler.streaming');
