/** A question as people type it, and the section that answers it. */
type Question = readonly [question: string, answer: string];

/** What people ask about API Gateway and Lambda. Each answer is two clicks from the start page, and the search of the site finds it. */
export const QUESTIONS: readonly Question[] = [
  // what the function returns
  [
    'malformed lambda proxy response 502 internal server error',
    'troubleshooting.md#malformed-lambda-proxy-response-502-message-internal-server-error',
  ],
  ['statuscode is a string "200"', 'questions.md#statuscode-as-a-string-200'],
  ['json response has content-type text/plain on http api', 'troubleshooting.md#my-response-is-textplain-instead-of-json-http-api'],
  [
    'multiValueHeaders missing in the response',
    'troubleshooting.md#headers-in-multivalueheaders-are-missing-in-the-response-http-api-function-url',
  ],
  ['return object without statusCode http api', 'questions.md#can-i-return-an-object-without-statuscode'],
  ['handler returns undefined or null', 'questions.md#what-happens-if-the-handler-returns-undefined-or-null'],
  ['redirect 302 from lambda', 'questions.md#how-do-i-redirect-301-302'],
  ['return html from lambda', 'questions.md#how-do-i-return-html-xml-csv-or-plain-text'],
  ['set multiple cookies only last cookie is set', 'cookies.md#only-the-last-cookie-arrives'],
  [
    'www-authenticate x-amzn-remapped-www-authenticate basic auth',
    'troubleshooting.md#www-authenticate-becomes-x-amzn-remapped-www-authenticate',
  ],
  ['delete a cookie', 'cookies.md#delete-a-cookie'],
  ['return 404 json error', 'errors.md#return-an-error-as-json'],
  ['response header names title case', 'questions.md#are-the-names-of-response-headers-changed-to-title-case'],
  ['custom response header missing', 'questions.md#a-custom-response-header-is-missing'],
  ['remove x-amzn-requestid header', 'questions.md#can-i-remove-x-amzn-requestid-x-amzn-trace-id-or-the-server-header'],
  ['charset utf-8 umlauts broken', 'questions.md#charset-of-the-response-umlauts-and-emoji-are-broken'],
  ['error thrown in handler what does the client get', 'errors.md#what-does-the-client-get-if-the-handler-throws'],

  // binary data
  ['image or pdf arrives as base64 text', 'troubleshooting.md#images-pdfs-and-other-files-arrive-broken-or-as-base64-text'],
  ['return pdf zip excel file download', 'files.md#return-an-image-a-pdf-a-zip-or-an-excel-file'],
  [
    'binaryMediaTypes image/png isBase64Encoded true still base64 in browser',
    'troubleshooting.md#images-pdfs-and-other-files-arrive-broken-or-as-base64-text',
  ],
  [
    'json body base64 encoded after adding */* binary media types',
    'troubleshooting.md#my-json-body-is-base64-since-i-added--to-the-binary-media-types',
  ],
  ['gzip compression response', 'files.md#compress-responses-gzip-brotli'],
  ['upload larger than 10 mb presigned url', 'files.md#files-larger-than-6-mb-or-10-mb'],

  // CORS
  [
    "no 'access-control-allow-origin' header although cors enabled",
    'troubleshooting.md#no-access-control-allow-origin-header-is-present-although-cors-is-on-rest-api',
  ],
  ['cors error on 401 403 500 authorizer', 'troubleshooting.md#cors-errors-for-401-403-and-5xx-responses'],
  ['cors local development frontend localhost:5173', 'cors.md#cors-in-local-development-for-a-frontend-on-localhost5173'],
  ['preflight OPTIONS 401 authorizer', 'troubleshooting.md#the-preflight-request-fails-with-401'],
  ['cors credentials cookies wildcard', 'cors.md#cors-with-cookies-credentials-why-is-the-wildcard-refused'],
  ['access-control-allow-origin contains multiple values', 'cors.md#the-access-control-allow-origin-header-contains-multiple-values--'],
  ['cors multiple origins rest api', 'cors.md#cors-on-a-rest-api'],
  ['handle OPTIONS in lambda', 'cors.md#answer-options-in-the-function'],

  // routes
  ['missing authentication token 403', 'troubleshooting.md#missing-authentication-token-or-forbidden-403'],
  ['trailing slash 404 http api', 'troubleshooting.md#users-works-users-is-a-404-http-api'],
  ['{"message":"Not Found"} 404', 'questions.md#404-messagenot-found-from-an-http-api'],
  ['{proxy+} does not match root', 'questions.md#proxy-doesnt-match-'],
  ['stage in path', 'questions.md#the-stage-is-in-the-path-or-it-isnt'],
  ['custom domain base path mapping', 'questions.md#a-custom-domain-with-a-base-path'],
  ['express cannot GET /prod stage in path', 'questions.md#cannot-get-produsers-express-sees-the-stage-in-the-path'],
  ['path parameter encoded slash %2F', 'questions.md#an-encoded-slash-2f-in-a-path-parameter'],
  ['route priority most specific', 'questions.md#which-route-has-priority-usersid-usersme-any-default'],

  // permission
  [
    'works in console test, internal server error through api, invalid permissions',
    'troubleshooting.md#messageinternal-server-error-but-the-function-works-in-the-consoles-test',
  ],
  ['function url 403 forbidden', 'arn.md#why-does-my-function-url-answer-403-forbidden'],
  ['add-permission source arn', 'arn.md#check-whether-an-api-may-invoke-a-function'],

  // the request
  ['slack twilio x-www-form-urlencoded body base64', 'troubleshooting.md#the-form-from-slack-twilio-or-a-browser-is-base64'],
  ['multipart/form-data upload corrupted parse', 'troubleshooting.md#files-from-multipartform-data-uploads-are-corrupted'],
  ['parse multipart form data', 'files.md#parse-multipartform-data'],
  ['stripe github webhook signature raw body', 'troubleshooting.md#the-signature-of-a-webhook-stripe-github-doesnt-match-the-raw-body'],
  ['body parser 415 content-type missing', 'troubleshooting.md#415-or-undefined-from-a-json-body-parser-the-content-type-is-missing'],
  ['event.body undefined', 'questions.md#eventbody-is-null-or-undefined'],
  [
    'unexpected token o in JSON at position 1',
    'questions.md#unexpected-token-o-in-json-at-position-1-unexpected-token-u-in-json-at-position-0',
  ],
  ['event.httpMethod undefined', 'questions.md#eventhttpmethod-eventpath-or-eventresource-is-undefined'],
  ['plus sign in query parameter', 'questions.md#a-plus-sign--in-the-query-or-the-path'],
  ['event.body is a string, not an object', 'questions.md#how-do-i-read-the-request-body-eventbody-is-a-string-not-an-object'],
  ['parse json body', 'accessors.md#parse-a-json-body'],
  ['query string array repeated parameters', 'troubleshooting.md#repeated-query-parameters-are-joined-or-lost'],
  ['queryStringParameters null', 'questions.md#querystringparameters-is-null'],
  ['pathParameters null', 'questions.md#pathparameters-is-null-or-undefined-or-a-parameter-is-missing'],
  ['path parameters url encoded decode', 'questions.md#are-path-and-query-parameters-decoded'],
  ['header undefined lowercase', 'questions.md#a-header-is-undefined-which-case-do-header-names-have'],
  ['client ip address', 'questions.md#what-is-the-clients-ip-address'],
  ['full url of the request', 'questions.md#what-is-the-full-url-of-the-request'],
  ['read cookie from event', 'cookies.md#read-a-cookie'],

  // kinds of events
  ['function url event same as payload 2.0', 'questions.md#is-a-lambda-function-url-event-the-same-as-api-gateway-payload-20'],
  [
    'detect rest http v2 function url alb event',
    'questions.md#how-do-i-detect-a-rest-http-api-v2-function-url-websocket-or-alb-event-in-one-handler',
  ],
  ['application load balancer event', 'troubleshooting.md#is-an-event-from-an-application-load-balancer-supported'],
  ['migrate payload format 1.0 to 2.0 event fields', 'payload-2.0.md#what-is-where-in-the-event'],
  ['difference rest api http api', 'questions.md#rest-api-or-http-api-which-differences-does-my-function-notice'],
  ['payloadFormatVersion default', 'questions.md#which-payload-format-version-does-my-http-api-use'],

  // types
  ["property 'jwt' does not exist on requestContext authorizer", 'troubleshooting.md#property-jwt-does-not-exist-typescript'],
  ['type lambda authorizer context', 'types.md#type-the-authorizer-context'],
  ['websocket $connect type headers queryStringParameters', 'websocket.md#types-for-connect-messages-and-disconnect'],
  ["'event.pathParameters' possibly null or undefined", 'questions.md#eventpathparameters-is-possibly-null-or-undefined'],
  ["property 'statusCode' does not exist on type string", 'questions.md#property-statuscode-or-body-does-not-exist-on-type-string--'],
  ['expected 3 arguments but got 1', 'questions.md#expected-3-arguments-but-got-1-calling-a-handler-in-a-test'],
  ['lambda event type typescript', 'types.md#which-typescript-type-does-my-lambda-event-have'],
  ['sqs s3 dynamodb event type', 'questions.md#types-of-sqs-s3-sns-dynamodb-and-eventbridge-events-lambdaedge'],
  ['which type for handler', 'types.md#type-a-handler'],

  // runtime
  [
    'node 24 callback handler Runtime.CallbackHandlerDeprecated',
    'troubleshooting.md#502-after-the-update-to-nodejs-24-runtimecallbackhandlerdeprecated',
  ],
  ['callbackWaitsForEmptyEventLoop database connection', 'questions.md#how-do-i-keep-a-database-connection-between-calls'],
  ['task timed out after 3.00 seconds', 'questions.md#task-timed-out-after-300-seconds'],
  ['endpoint request timed out 504 29 seconds', 'questions.md#endpoint-request-timed-out-504-service-unavailable-503'],
  ['cold start', 'bundles.md#cold-start-how-to-keep-it-short'],
  ['esbuild bundle lambda', 'bundles.md#bundle-with-esbuild'],
  ['cannot use import statement outside a module', 'bundles.md#esm-or-commonjs'],
  ['awslambda is not defined', 'questions.md#awslambda-is-not-defined'],

  // authorizers
  ['cognito claims requestContext.authorizer.claims undefined', 'troubleshooting.md#eventrequestcontextauthorizerclaims-is-undefined'],
  ['write lambda authorizer', 'authorizers.md#write-a-lambda-authorizer'],
  [
    '401 unauthorized or 403 user is not authorized to access this resource',
    'authorizers.md#401-unauthorized-or-403-forbidden-which-one-and-why',
  ],
  ['authorizer is not called 401', 'authorizers.md#the-authorizer-isnt-called'],
  ['AuthorizerConfigurationException 500', 'authorizers.md#500-from-an-authorizer-authorizerconfigurationexception'],
  ['authorizer context missing in event', 'authorizers.md#the-context-of-the-authorizer-is-missing-in-the-event'],
  ['cognito access token or id token', 'authorizers.md#access-token-or-id-token'],
  ['authorizer cache second request 403', 'authorizers.md#the-first-request-works-the-second-is-403'],
  ['api key usage plan 403', 'authorizers.md#api-keys-and-usage-plans'],

  // tests
  ['jest config typescript ts-jest swc es modules', 'test-runners.md#jest'],
  ['cannot find name node:http types', 'test-runners.md#typescript-which-settings-do-the-types-need'],
  ['mock APIGatewayProxyEvent jest vitest', 'start-test.md#2-mock-the-apigatewayproxyevent-write-the-first-test'],
  ['unit test lambda authorizer mock TokenAuthorizerEvent', 'testing.md#unit-test-a-lambda-authorizer'],
  ['test event with binary body image base64', 'files.md#test-with-a-binary-body'],
  ['test express fastify nest serverless-http', 'testing.md#an-express-fastify-nestjs-or-hono-app-behind-an-adapter'],
  ['replay captured event from cloudwatch', 'testing.md#replay-a-captured-event'],
  ['mock lambda context', 'questions.md#how-do-i-mock-the-lambda-context'],
  ['jest esm commonjs', 'test-runners.md#jest'],
  ['node:test', 'test-runners.md#nodetest'],
  ['test cognito user signed in', 'testing.md#a-user-who-is-signed-in-cognito-jwt-iam-lambda-authorizer'],
  ['sam local generate-event', 'migrate-events.md#from-sam-local-generate-event'],
  ['sample rest event json', 'samples.md#rest-api-event-payload-10-with-a-cognito-user'],
  ['sample http api v2 event json', 'samples.md#http-api-v2-event-payload-20-with-a-jwt'],
  ['supertest lambda', 'questions.md#supertest-with-a-lambda-handler'],
  ['test handler with callback', 'questions.md#how-do-i-test-a-handler-with-a-callback'],
  ['mutual tls private api vpc test event', 'questions.md#test-events-for-mutual-tls-a-private-api-vpc-endpoint-an-api-key-cloudfront'],
  ['snapshot of event ids and times', 'test-runners.md#snapshots-ids-and-times-stay-the-same'],
  ['test middy handler', 'middy.md#middy-test-a-middified-handler'],
  ['validate response middy', 'middy.md#middy-validate-the-response'],
  ['test timeout of a function', 'testing.md#timeouts-and-errors'],

  ['json schema of the event for python go java', 'json-schema.md#which-schema-describes-my-event'],
  ['matchers vitest jest toRenderAs', 'testing.md#matchers-for-vitest-and-jest'],

  // conversion and the command line
  ['explain why the response is 502 in an emulator', 'start-tool.md#4-explain-why-the-client-gets-a-502'],
  ['convert event to web standard Request and Response', 'convert.md#api-gateway-event-to-a-fetch-request-and-back'],
  ['curl to event', 'convert.md#curl-command-to-an-event'],
  ['hono on lambda', 'middy.md#hono-h3-itty-router-a-fetch-app'],

  // local servers
  ['run lambda and api gateway locally without docker', 'questions.md#how-do-i-run-lambda-and-api-gateway-locally-without-docker'],
  [
    'serverless-offline vs sam local which is closest to aws',
    'comparison.md#serverless-offline-sam-cli-or-this-library-which-is-closest-to-aws',
  ],
  ['how accurate is serverless-offline', 'peers.md#serverless-offline-emulator'],
  ['read routes from template.yaml or serverless.yml', 'questions.md#does-it-read-my-templateyaml-or-serverlessyml'],
  ['simulate limits payload 10mb 6mb timeout locally', 'questions.md#how-do-i-simulate-limits-and-timeouts-locally'],
  ['hot reload typescript', 'questions.md#hot-reload-and-typescript'],
  ['breakpoint vs code debug', 'questions.md#how-do-i-set-a-breakpoint-vs-code-webstorm'],
  ['environment variables .env file', 'questions.md#environment-variables-env'],
  ['https localhost', 'questions.md#https-on-localhost'],
  ['jwt cognito authorizer locally', 'questions.md#authorizers-cognito-and-jwt-on-localhost'],
  ['serverless-http binary option express image', 'files.md#express-and-binary-responses-the-binary-option-of-adapters'],
  ['invoke handler with event without server', 'questions.md#how-do-i-invoke-my-handler-once-with-an-event-without-a-server'],
  ['nestjs locally', 'questions.md#nestjs-express-or-fastify-locally'],
  ['server-sent events sse', 'questions.md#server-sent-events-sse-and-long-responses'],
  ['413 request too long', 'questions.md#413-request-too-long-content-too-large'],

  // WebSocket APIs
  ['run websocket api locally wscat', 'websocket.md#run-a-websocket-api-locally'],
  ['route selection expression', 'websocket.md#route-selection-expression-how-is-the-route-of-a-message-selected'],
  ['mock ApiGatewayManagementApi postToConnection', 'websocket.md#mock-apigatewaymanagementapi-in-a-unit-test'],
  ['GoneException 410 postToConnection', 'troubleshooting.md#goneexception-410-from-posttoconnection'],
  ['websocket test event $connect $disconnect message', 'websocket.md#test-events-for-connect-a-message-and-disconnect'],
  ['websocket return body not received by client', 'websocket.md#the-client-doesnt-receive-what-the-function-returns'],
  ['websocket authorizer token query', 'websocket.md#authorize-a-connection'],
  ['websocket idle timeout 10 minutes', 'websocket.md#my-connection-closes-after-10-minutes-or-after-2-hours'],

  // evidence
  ['contribute a recording of aws', 'aws-behavior.md#contribute-a-recording'],
  ['score my emulator conformance', 'conformance.md#score-your-emulator-or-adapter'],

  // custom integrations
  [
    'custom integration error returns 200 selectionPattern',
    'troubleshooting.md#errors-of-a-custom-integration-return-200-in-place-of-404-or-500',
  ],
  ['set status from mapping template', 'custom-integration.md#set-the-status-or-a-header-from-a-template'],
];
