import type { Target } from '../aws/target.js';
import { toAuthorizerEvent, toTokenAuthorizerEvent } from '../events/authorizer-event.js';
import type { EventInit } from '../events/build/event-init.js';
import { fromInit } from '../events/build/from-init.js';
import { findRequestIssues } from '../events/check-request.js';
import { asHandshake } from '../events/headers/handshake.js';
import { toEvent } from '../events/to-event.js';
import { dropUndefined } from '../gateway/drop-undefined.js';
import { GatewayError, reasonIn } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { explainRequestIssue } from '../gateway/request-sentences.js';
import { urlPrefixOf } from '../gateway/url-prefix.js';
import { fromCurl } from '../http/curl.js';
import type { HttpRequest } from '../http/request.js';
import { varyCaptured } from './captured-event.js';
import { type Command, EXIT, type Parsed, readArgs } from './command.js';
import { CALLER_OPTIONS, callerOf } from './event-caller.js';
import { fieldsOf, GATEWAY_OPTIONS, pairsOf, rejectUnused, settingsOf, targetOf } from './gateway-options.js';
import { findingLines } from './issue-lines.js';
import { parseJson, readInput } from './json-input.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  from: { type: 'string' },
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
  ...CALLER_OPTIONS,
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy event TARGET [options]       print the event for a request
apigw-proxy event TARGET -- curl ...     print the event for a curl command
apigw-proxy event --from FILE [options]  print a captured event with changes

TARGET: rest, http-1.0, http-2.0, function-url, websocket

  --method METHOD, -X      default GET, or POST with a body
  --path PATH, --query TEXT    path without stage and base path; 'a=1&b=2'
  --route ROUTE            'GET /users/{id}'; '$connect' on websocket
  --header 'Name: value'   -H; repeatable; --cookie NAME=VALUE
  --json JSON, --form NAME=VALUE (repeatable), --body TEXT
  --source-ip ADDRESS      address of the client
  --claim NAME=VALUE       claim of the user's token; repeatable
  --context NAME=VALUE     what a Lambda authorizer left; repeatable
  --identity ARN           caller with IAM authorization
  --authorizer KIND        print the authorizer's event: token (rest) or request
  --stage NAME, --stage-variable A=B, --domain NAME, --base-path PATH
  --binary TYPE (rest), --cors ORIGIN, --stream    settings of the gateway

  apigw-proxy event rest --route 'GET /users/{id}' --path /users/1
`;

/** Values of the options. */
export type EventValues = Parsed<typeof OPTIONS>['values'];

export const eventCommand: Command = {
  help: HELP,
  async run(args, io) {
    const end = args.indexOf('--');
    const { values, positionals } = readArgs('event', end < 0 ? args : args.slice(0, end), OPTIONS);
    const [name, another] = positionals;
    if (values.from !== undefined) {
      if (end >= 0 || values.authorizer !== undefined)
        throw new UsageError('--from has a request already.', 'Remove curl or --authorizer.');
      if (name !== undefined) throw new UsageError(`The captured event decides its kind, not '${name}'.`, 'Remove it, or --from.');
      const captured = parseJson(await readInput([values.from], io), `'${values.from}'`);
      io.write(`${JSON.stringify(varyCaptured(captured, values, initOf(values)), null, 2)}\n`);
      return EXIT.ok;
    }
    if (name === undefined || another !== undefined) {
      throw new UsageError('Pass one target.', 'Use rest, http-1.0, http-2.0, websocket or function-url.');
    }
    const target = targetOf(name);
    rejectUnused(values, target);
    if (end >= 0) rejectBesideCurl(values);
    // With a curl command, the path comes from its URL.
    const path = end >= 0 ? (values.path ?? '/') : values.path;
    const caller = callerOf(values, target);
    const { request: built, gateway } = requestOf(target, {
      ...initOf(values),
      ...dropUndefined({ path }),
      ...(caller && { authorizer: caller }),
    });
    const asked = end < 0 ? built : { ...built, ...readCurl(args.slice(end + 1), gateway) };
    io.write(`${JSON.stringify(eventOf(asked, gateway, values.authorizer), null, 2)}\n`);
    for (const line of findingLines(findRequestIssues(asked, gateway).map(explainRequestIssue), false)) io.warn(line);
    return EXIT.ok;
  },
};

/** Builds the request. The fix of an error names options of the command line. */
function requestOf(target: Target, init: EventInit): ReturnType<typeof fromInit> {
  try {
    return fromInit(target, init);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'missing-path-parameter') throw error;
    throw new UsageError(reasonIn(error), 'Pass the path of the request with --path.');
  }
}

/** Returns the options of a builder. */
function initOf(values: EventValues): EventInit {
  const { stage, route, path, method, query, body, json } = values;
  return {
    ...settingsOf(values),
    ...dropUndefined({ stage, route, path, method, query, body }),
    ...(values.header && { headers: fieldsOf(values.header) }),
    ...(values.cookie && { cookies: values.cookie }),
    ...(values.form && { form: new URLSearchParams(pairsOf(values.form, '--form')) }),
    ...(json !== undefined && { json: parseJson(json, '--json') }),
    ...dropUndefined({ sourceIp: values['source-ip'] }),
  };
}

/** Options that a curl command has, too. */
const OF_REQUEST = ['method', 'path', 'query', 'header', 'cookie', 'json', 'form', 'body'] as const;

function rejectBesideCurl(values: { readonly [option in (typeof OF_REQUEST)[number]]?: unknown }): void {
  const given = OF_REQUEST.filter((option) => values[option] !== undefined).map((option) => `--${option}`);
  if (given.length > 0) throw new UsageError(`${given.join(', ')} and the curl command set the same thing.`, 'Pass it to curl only.');
}

function eventOf(request: HttpRequest, gateway: Gateway, authorizer: string | undefined): unknown {
  const isHandshake = gateway.target === 'websocket' && (gateway.route === '$connect' || authorizer !== undefined);
  const sent = isHandshake ? asHandshake(request) : request;
  if (authorizer === undefined) return toEvent(sent, gateway);
  const { target } = gateway;
  if (authorizer === 'token' && target === 'rest') return toTokenAuthorizerEvent(sent, { ...gateway, target });
  if (authorizer === 'request' && target !== 'function-url') return toAuthorizerEvent(sent, { ...gateway, target });
  throw new UsageError(`The target ${target} has no '${authorizer}' authorizer.`, 'Use request, or token for rest.');
}

/** Returns the request of a curl command, with the stage and the base path before its path. */
function readCurl(args: readonly string[], gateway: Gateway<Target>): HttpRequest {
  const request = fromCurl(args);
  return { ...request, target: urlPrefixOf(gateway) + request.target };
}
