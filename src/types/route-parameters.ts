/**
 * The path parameters of a route: `RouteParameters<'GET /users/{id}/files/{path+}'>` is `{ id: string; path: string }`.
 *
 * A union of routes gives a union of parameters. For `string`, any parameter may be present or missing.
 *
 * @typeParam TRoute A route key (`GET /users/{id}`, `$default`) or only its path (`/users/{id}`).
 */
export type RouteParameters<TRoute extends string> = TRoute extends unknown
  ? string extends TRoute
    ? { [name: string]: string | undefined }
    : { [Name in ParameterName<TRoute>]: string }
  : never;

type ParameterName<TRoute extends string> = TRoute extends `${string}{${infer Name}}${infer Rest}`
  ? WithoutPlus<Name> | ParameterName<Rest>
  : never;

type WithoutPlus<Name extends string> = Name extends `${infer Greedy}+` ? Greedy : Name;
