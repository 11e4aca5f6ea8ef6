// The names that Serverless gives to the resources it makes. `resources` and their `extensions` refer to them.

export const REST_API = 'ApiGatewayRestApi';
export const HTTP_API_ID = 'HttpApi';
export const WEBSOCKETS_API = 'WebsocketsApi';

/** `one-by_one` → `OneDashbyUnderscoreone`. */
function normalize(name: string): string {
  return upperFirst(name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore'));
}

export function functionId(name: string): string {
  return `${normalize(name)}LambdaFunction`;
}

export function functionUrlId(name: string): string {
  return `${normalize(name)}LambdaFunctionUrl`;
}

export function restAuthorizerId(name: string): string {
  return `${normalize(name)}ApiGatewayAuthorizer`;
}

export function restResourceId(path: string): string {
  return `ApiGatewayResource${normalizePath(path)}`;
}

export function restMethodId(path: string, method: string): string {
  return `ApiGatewayMethod${normalizePath(path)}${upperFirst(method.toLowerCase())}`;
}

export function httpAuthorizerId(name: string): string {
  return `HttpApiAuthorizer${normalize(name)}`;
}

export function httpIntegrationId(name: string): string {
  return `HttpApiIntegration${normalize(name)}`;
}

/** `GET /users/{id}` → `HttpApiRouteGetUsersIdVar`. */
export function httpRouteId(key: string): string {
  const [method = '', path = ''] = key.split(' ');
  return key === '$default' ? 'HttpApiRouteDefault' : `HttpApiRoute${upperFirst(method.toLowerCase())}${normalizePath(path)}`;
}

export function websocketIntegrationId(name: string): string {
  return `${normalize(name)}WebsocketsIntegration`;
}

export function websocketAuthorizerId(name: string): string {
  return `${normalize(name)}WebsocketsAuthorizer`;
}

/** `$connect` → `SconnectWebsocketsRoute`. */
export function websocketRouteId(route: string): string {
  const name = route
    .replaceAll('$', 'S')
    .replaceAll('/', 'Slash')
    .replaceAll('-', 'Dash')
    .replaceAll('_', 'Underscore')
    .replaceAll('.', 'Period');
  return `${name}WebsocketsRoute`;
}

/** `users/{id}` → `UsersIdVar`. */
function normalizePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      part
        .toLowerCase()
        .replaceAll('-', 'Dash')
        .replace(/^([^{}]*)\{([^{}]*)\}(.*)$/, '$1$2Var$3')
        .replace(/[^0-9A-Za-z]/g, ''),
    )
    .map(upperFirst)
    .join('');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
