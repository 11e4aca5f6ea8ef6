// The request templates that Serverless gives to an `integration: lambda`: the event has the body, and everything about the request.

/** Writes `$source`, a map, as a JSON object of strings. */
const ENTRIES = `#define( $entries )
{#foreach( $name in $source.keySet() )
#set( $text = $util.escapeJavaScript($source.get($name)).replaceAll("\\\\'", "'") )
"$util.escapeJavaScript($name)": "$text"#if( $foreach.hasNext ),#end
#end}
#end`;

/** Writes the fields of a form as a JSON object of strings. A field without a value is an empty string. */
const FORM_BODY = `#define( $body )
{#foreach( $field in $input.path('$').split('&') )
#set( $parts = $field.split('=') )
#set( $text = '' )
#if( $parts.size() >= 2 )
#set( $text = $util.escapeJavaScript($util.urlDecode($parts[1])).replaceAll("\\\\'", "'") )
#end
#if( $parts.size() >= 1 )
"$util.escapeJavaScript($util.urlDecode($parts[0]))": "$text"#if( $foreach.hasNext ),#end
#end
#end}
#end`;

const JSON_BODY = `#set( $body = $input.json("$") )`;

/** The keys of the event whose values are maps, and where each map comes from. */
const MAPS: Readonly<Record<string, string>> = {
  enhancedAuthContext: '$context.authorizer',
  headers: '$input.params().header',
  query: '$input.params().querystring',
  path: '$input.params().path',
  identity: '$context.identity',
  stageVariables: '$stageVariables',
};

/**
 * Returns the request templates by media type.
 *
 * @param claims names of claims of a user pool that the event has besides `sub`.
 */
export function lambdaTemplates(claims: readonly string[]): Readonly<Record<string, string>> {
  return {
    'application/json': template(JSON_BODY, claims),
    'application/x-www-form-urlencoded': template(FORM_BODY, claims),
  };
}

function template(body: string, claims: readonly string[]): string {
  const maps = Object.entries(MAPS).map(([key, source]) => `#set( $source = ${source} )\n"${key}": $entries,`);
  return [
    body,
    ENTRIES,
    '{',
    '"body": $body,',
    '"method": "$context.httpMethod",',
    '"principalId": "$context.authorizer.principalId",',
    '"stage": "$context.stage",',
    `"cognitoPoolClaims": {${[...claims.map(claim), '"sub": "$context.authorizer.claims.sub"'].join(', ')}},`,
    ...maps,
    '"requestPath": "$context.resourcePath"',
    '}',
  ].join('\n');
}

/** A claim with a colon, such as `custom:team`, has the name behind it. */
function claim(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1
    ? `"${name}": "$context.authorizer.claims.${name}"`
    : `"${name.slice(colon + 1)}": "$context.authorizer.claims['${name}']"`;
}
