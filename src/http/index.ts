export { toHttp1Bytes, UnsafeResponseError } from './http1.js';
export type { HttpField, HttpRequest } from './request.js';
export type { HttpResponse } from './response.js';
