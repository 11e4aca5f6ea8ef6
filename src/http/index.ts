// HTTP requests and responses, and conversions to and from Fetch, Node.js, bytes and curl. Nothing here knows about AWS.

export { BodyTooLargeError } from './body-too-large-error.js';
export { fromCurl } from './curl.js';
export { CurlOptionError, type CurlOptionErrorCode } from './curl-option-error.js';
export { fromFetchRequest, toFetchResponse } from './fetch.js';
export { toHttp1Bytes } from './http1.js';
export { fromHttp1Bytes } from './http1-request.js';
export { MalformedRequestError, type MalformedRequestErrorCode } from './malformed-request-error.js';
export {
  fromIncomingMessage,
  type IncomingMessageLike,
  type ReadMessageOptions,
  type ServerResponseLike,
  writeToServerResponse,
} from './node.js';
export type { ClientCertificate, HttpField, HttpRequest } from './request.js';
export type { HttpResponse } from './response.js';
export { UnsafeResponseError, type UnsafeResponseErrorCode } from './unsafe-response-error.js';
