/**
 * Severity, evidence, message and fix of each code. `{}` in a message stands for what was found. Bundlers drop the table if nothing uses it,
 * because it has only literals.
 */
export const CUSTOM_ISSUES = {
  'template-syntax': [
    'error',
    'assumed',
    "Velocity can't parse this template: {} The client gets a 500.",
    'Correct the template. AWS runs Velocity 1.7; docs/custom-integration.md lists what surprises people.',
  ],
  'template-exception': [
    'error',
    'assumed',
    'Java throws {}, which stops the template. The client gets a 500.',
    'Check the value first, for example the size of a list before an index.',
  ],
  'template-too-large': ['error', 'documented', 'AWS does not accept a template of more than 300 KB.', 'Do the work in the function.'],
  'template-too-expensive': [
    'error',
    'assumed',
    'The template stopped: {} The client gets a 500.',
    'Do the work in the function. The limits keep a body from using up time and memory.',
  ],
  'template-unsupported': [
    'error',
    'assumed',
    "This library can't tell what AWS does here: {}",
    'Write it another way, or test this template on AWS.',
  ],
  'unknown-method': [
    'warning',
    'assumed',
    'The value has no method `{}` with these arguments. AWS reads an empty string.',
    "Use a method of Java's String, Map or List, or of $input and $util. AppSync has more methods than API Gateway.",
  ],
  'identity-printed': [
    'warning',
    'assumed',
    'The template prints a Java object ({}) itself: a class name and a number that differs each time.',
    'Print an item of it, for example `$parts[0]`.',
  ],
  'slash-escaped': [
    'info',
    'assumed',
    'Slashes in JSON are written as `\\/`. It is the same JSON value, and nobody has recorded whether AWS does it.',
    'Nothing to fix, unless you compare the text. Then use $input.body.',
  ],
  'loop-limit': [
    'warning',
    'assumed',
    "The loop has more than {} rounds, AWS's limit. This library stops there; nobody has recorded what AWS does.",
    'Send fewer items, or loop in the function.',
  ],
  'set-without-effect': [
    'warning',
    'assumed',
    '`#set` does not change `{}`.',
    'Set a variable as `#set($name = …)`, without braces or `!`. Before a property, set the map: `#set($map = {})`.',
  ],
  'override-ignored': [
    'warning',
    'reported', // [issue-override-status-text]
    'The status override is {}, which is not an integer from 100 to 599. AWS ignores it.',
    'Set an integer without quotes: `#set($context.responseOverride.status = 404)`.',
  ],
  'override-replaced': [
    'warning',
    'assumed',
    "The template replaces or removes the map `{}`. Nobody has recorded what AWS does in this case. This library applies the entries of the new map, or none if it isn't a map.",
    "Set each parameter by its name, as in `#set($context.responseOverride.header.X-Name = 'value')`.",
  ],
  'override-repeated': [
    'error',
    'documented',
    'The template overrides {} twice. The client gets a 5XX.',
    'Put the value into a variable, and override once at the end.',
  ],
  'unsupported-media-type': [
    'error',
    'documented',
    'No template exists for the type of the body, {}, and `passthroughBehavior` rejects it. The client gets a 415.',
    'Send a type that has a template, or change `passthroughBehavior`.',
  ],
  'malformed-url': [
    'error',
    'reported', // [rest-query-braces-refused, rest-malformed-percent-query-400]
    'The URL has a brace, a bar or a stray percent sign. The client gets a 400.',
    'Escape the character.',
  ],
  'unsupported-content-encoding': [
    'error',
    'documented',
    'A REST API inflates gzip and deflate bodies, and this body is neither, although its Content-Encoding is {}. The client gets a 415.',
    'Send gzip or deflate with a matching Content-Encoding, or a plain body without one.',
  ],
  'request-too-large': ['error', 'assumed', 'The body expands to more than 10,485,760 bytes. The client gets a 413.', 'Send less.'],
  'body-not-allowed': ['error', 'assumed', 'An edge-optimized API answers 403 to a GET with a body.', 'Use POST, or leave `body` out.'],
  'url-too-long': [
    'error',
    'documented',
    'The ARN of this method has more than 1,600 bytes. The client gets a 414.',
    'Shorten the path, or send the values in the query or the body.',
  ],
  'event-not-json': [
    'error',
    'reported', // [issue-event-not-json]
    'The event is not JSON: {} Lambda rejects it.',
    'Check quotes and commas in the template, and escape strings with $util.escapeJavaScript.',
  ],
  'body-not-json': [
    'error',
    'assumed',
    'The body is not JSON, so it cannot be an event: {} Lambda rejects it.',
    'Send JSON, or add a template.',
  ],
  'body-mapping-failed': [
    'error',
    'reported', // [mapping-invalid-json-body]
    "A parameter is mapped from the body, which starts like JSON but isn't valid: {}. The client gets a 400.",
    'Send valid JSON.',
  ],
  'output-mapping-failed': [
    'error',
    'reported', // [mapping-invalid-json-output]
    "A header is mapped from the output, which starts like JSON but isn't valid: {}. The client gets a 500.",
    'Return JSON.',
  ],
  'binary-with-template': [
    'error',
    'recorded', // [binary-into-template-500]
    "A template can't read a binary body. The client gets a 500.",
    "Use `contentHandling: 'CONVERT_TO_TEXT'`, so that the template sees base64.",
  ],
  'base64-invalid': [
    'error',
    'assumed',
    "`CONVERT_TO_BINARY` needs base64, but the body isn't base64. The client gets a 500.",
    'Send base64, or remove `contentHandling`.',
  ],
  'missing-parameters': [
    'error',
    'recorded', // [validator-missing-all]
    'Required parameters are missing: {}. The client gets a 400.',
    'Send them, or make them optional in `method.requestParameters`.',
  ],
  'invalid-body': [
    'error',
    'recorded', // [validator-invalid-body]
    'The body does not match the model. The client gets a 400.',
    'Send a body that matches `method.requestModels`.',
  ],
  'header-not-mappable': [
    'error',
    'recorded', // [request-header-mapping-forbidden-authorization]
    'The header {} must not be mapped or overridden. The client gets a 500.',
    'Use another name. Send credentials inside the event.',
  ],
  'mock-without-status': [
    'error',
    'documented',
    "The request template of the mock doesn't produce JSON with a `statusCode`. The client gets a 500.",
    'Write `{"statusCode": 200}` in the template for this content type.',
  ],
  'uri-without-value': [
    'error',
    'assumed',
    'The URL contains {}, and no mapping sets it. The client gets a 500.',
    "Map it in `requestParameters`: `'integration.request.path.id': 'method.request.path.id'`.",
  ],
  'uri-invalid': [
    'error',
    'assumed',
    'This is not a URL: {}. The client gets a 500.',
    'Write a whole URL such as https://example.com/users.',
  ],
  'no-response': [
    'error',
    'documented',
    'No integration response matches, and there is no default. The client gets a 500.',
    'Add an integration response without `selectionPattern`.',
  ],
  'pattern-not-readable': ['error', 'assumed', 'The pattern is not a Java regular expression: {}.', 'Correct the pattern.'],
  'pattern-too-expensive': [
    'error',
    'assumed',
    'The comparison with the pattern stopped: {} The client gets a 500.',
    'Write a simpler pattern, without one repetition inside another.',
  ],
  'mapping-exception': [
    'error',
    'assumed',
    'Java throws {} while it reads the source of a parameter. The client gets a 500.',
    'Correct the path behind `body.`.',
  ],
  'mapping-too-expensive': [
    'error',
    'assumed',
    'The mapping of a parameter stopped: {} The client gets a 500.',
    'Map a shorter path. The limits keep a body from using up time and memory.',
  ],
  'mapping-not-readable': [
    'error',
    'documented',
    'This is not the source of a parameter: {}.',
    'Use text in single quotes, or one of the sources in docs/custom-integration.md.',
  ],
  'mapping-without-value': [
    'warning',
    'assumed',
    'There is no value at {}, so the parameter is not sent.',
    'Send or return the value, or map another one.',
  ],
  'mapping-name-invalid': [
    'error',
    'documented',
    'The parameter {} does not name a parameter that can be set.',
    'Write `method.response.header.X-Name`, or for the request to Lambda `integration.request.header.X-Name`, `.querystring.name` or `.path.name`.',
  ],
  'unsafe-header-value': [
    'error',
    'assumed',
    'The value of the header contains a control character, which could start another header: {}.',
    'Remove line breaks and other control characters from the value.',
  ],
  'invalid-status': [
    'error',
    'documented',
    'An integration response has the status {}, which is not a valid HTTP status.',
    'Set `statusCode` to a whole number from 200 to 599.',
  ],
  'header-remapped': [
    'warning',
    'recorded', // [response-headers-remapped]
    'A REST API sends the header under the name {}.',
    'Use another header name.',
  ],
  'header-dropped': ['warning', 'documented', 'A REST API does not send the header {}.', 'Remove the header.'],
  'error-as-success': [
    'warning',
    'documented',
    "The default response answers the function's error, as if the function had succeeded.",
    'Add an integration response with a `selectionPattern`.',
  ],
  'proxy-result': [
    'warning',
    'reported', // [custom-proxy-shaped]
    'The function returned a response for a proxy integration. A custom integration sends all of it as the body, with the status of the integration response.',
    'Return only the body, or use a Lambda proxy integration.',
  ],
  'error-message-in-output': [
    'info',
    'assumed',
    "The output has an `errorMessage`, but the function did not fail. This library doesn't compare it with any pattern; nobody has recorded whether AWS does.",
    'Throw an error to choose a response by its message.',
  ],
} as const;
