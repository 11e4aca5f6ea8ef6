import type { Target } from '../aws/target.js';
import { toAuthorizerEvent, toTokenAuthorizerEvent } from '../events/authorizer-event.js';
import type { EventInit } from '../events/build/event-init.js';
import { fromInit } from '../events/build/from-init.js';
import { asHandshake } from '../events/headers/handshake.js';
import { toEvent } from '../events/to-event.js';
import { dropUndefined } from '../gateway/drop-undefined.js';
import type { Gateway } from '../gateway/gateway.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import { fromCurl } from '../http/curl.js';
import type { HttpRequest } from '../http/request.js';
import { type Command, EXIT, readArgs } from './command.js';
import { fieldsOf, GATEWAY_HELP, GATEWAY_OPTIONS, pairsOf, settingsOf, targetOf } from './gateway-options.js';
import { parseJson } from './json-input.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  method: { type: 'string', short: 'X' },
  path: { type: 'string' },
  route: { type: 'string' },
  query: { type: 'string' },
  header: { type: 'string', multiple: true, short: 'H' },
  cookie: { type: 'string', multiple: true },
  json: { type: 'string' },
  form: { type: 'string', multiple: true },
  body: { type: 'string' },
  'source-ip': { type: 'string' },
  authorizer: { type: 'string' },
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy event TARGET [options]       print the event of a request as JSON
apigw-proxy event TARGET -- curl ...     the same for a curl command

TARGET: rest, http-1.0, http-2.0, function-url, websocket

  --method METHOD          GET, or POST with a body
  --path PATH              without stage and base path
  --route ROUTE            'GET /users/{id}'; '$connect' on websocket
  --query TEXT             a=1&b=2
  --header 'Name: value'   -H; repeatable
  --cookie NAME=VALUE      repeatable
  --json JSON, --form NAME=VALUE, --body TEXT
  --source-ip ADDRESS
  --authorizer KIND        the event of an authorizer: token (REST) or request
${GATEWAY_HELP}
  apigw-proxy event rest --route 'GET /users/{id}' --path /users/1
`;

export const eventCommand: Command = {
  help: HELP,
  async run(args, io) {
    const end = args.indexOf('--');
    const { values, positionals } = readArgs('event', end < 0 ? args : args.slice(0, end), OPTIONS);
    const [name, another] = positionals;
    if (name === undefined || another !== undefined) {
      throw new UsageError('An event is of one target.', 'Say rest, http-1.0, http-2.0, websocket or function-url.');
    }
    const target = targetOf(name);
    const { stage, route, method, query, body, json, authorizer } = values;
    if (end >= 0) refuseBesideCurl(values);
    // The path is the curl command's.
    const path = end >= 0 ? (values.path ?? '/') : values.path;
    const init: EventInit = {
      ...settingsOf(values),
      ...dropUndefined({ stage, route, path, method, query, body }),
      ...(values.header && { headers: fieldsOf(values.header) }),
      ...(values.cookie && { cookies: values.cookie }),
      ...(values.form && { form: new URLSearchParams(pairsOf(values.form, '--form')) }),
      ...(json !== undefined && { json: parseJson(json, '--json') }),
      ...dropUndefined({ sourceIp: values['source-ip'] }),
    };
    const { request: built, gateway } = fromInit(target, init);
    const asked = end < 0 ? built : { ...built, ...curlRequest(args.slice(end + 1), gateway) };
    io.write(`${JSON.stringify(eventOf(asked, gateway, authorizer), null, 2)}\n`);
    return EXIT.ok;
  },
};

/** Options that say what a curl command says, too. */
const OF_REQUEST = ['method', 'path', 'query', 'header', 'cookie', 'json', 'form', 'body'] as const;

function refuseBesideCurl(values: { readonly [option in (typeof OF_REQUEST)[number]]?: unknown }): void {
  const given = OF_REQUEST.filter((option) => values[option] !== undefined).map((option) => `--${option}`);
  if (given.length > 0) throw new UsageError(`Beside a curl command, ${given.join(', ')} says it twice.`, 'Give it to curl alone.');
}

function eventOf(request: HttpRequest, gateway: Gateway, authorizer: string | undefined): unknown {
  const isHandshake = gateway.target === 'websocket' && (gateway.route === '$connect' || authorizer !== undefined);
  const sent = isHandshake ? asHandshake(request) : request;
  if (authorizer === undefined) return toEvent(sent, gateway);
  const { target } = gateway;
  if (authorizer === 'token' && target === 'rest') return toTokenAuthorizerEvent(sent, { ...gateway, target });
  if (authorizer === 'request' && target !== 'function-url') return toAuthorizerEvent(sent, { ...gateway, target });
  throw new UsageError(`The target ${target} has no authorizer '${authorizer}'.`, 'Say token (REST alone) or request.');
}

/** The request of a curl command, with stage and base path in front of its path. */
function curlRequest(args: readonly string[], gateway: Gateway<Target>): HttpRequest {
  const request = fromCurl(args);
  return { ...request, target: urlPrefixOf(gateway) + request.target };
}
