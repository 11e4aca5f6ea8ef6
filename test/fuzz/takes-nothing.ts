const FAILURE = 'has no parameter';
const READER = 'reads the files of the package';

/** Exported functions and values that the fuzzer doesn't call, and why. */
export const TAKES_NOTHING: Readonly<Record<string, string>> = {
  apiConfigurationError: FAILURE,
  forbidden: FAILURE,
  functionError: FAILURE,
  gatewayThrottled: FAILURE,
  noPermission: FAILURE,
  noRoute: FAILURE,
  quotaExceeded: FAILURE,
  requestTooLarge: FAILURE,
  responseTooLarge: FAILURE,
  throttled: FAILURE,
  timedOut: FAILURE,
  unknownUrl: FAILURE,
  readRenderCases: READER,
  readRequestCases: READER,
  conformanceStack: READER,
  playConformance: 'takes the URLs of its user; what it reads from them is compared, and never run',
  httpRequest: 'draws what the fuzzer draws',
  matchers: 'the same as `matchersFor`, which calls them',
  awslambda: 'takes a handler, which runs as it is; `test/local/function/runtime` covers its streams',
};
