/**
 * The path parameters of a route, by name: `RouteParameters<'GET /users/{id}/files/{path+}'>` is `{ id: string; path: string }`. A route
 * without parameters has none; of a route that is not known, any name may be there. Several routes give one type each.
 *
 * @typeParam TRoute a route key (`GET /users/{id}`, `$default`) or the path of one (`/users/{id}`).
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
