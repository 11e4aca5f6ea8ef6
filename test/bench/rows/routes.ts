import { Router } from '@aws-lambda-powertools/event-handler/http';
import { buildHttpEvent, findRoute } from 'apigw-proxy';
import { buildContext } from 'apigw-proxy/local';
import { Hono } from 'hono';
import { type Contender, type Group, importPeer, ours, peer } from './group.js';
import { numbers, received } from './inputs.js';

/** find-my-way, as far as we use it. */
interface FindMyWay {
  readonly default: () => FindMyWayRouter;
}

interface FindMyWayRouter {
  on(method: string, path: string, handler: () => void): void;
  find(method: string, path: string): object | null;
}

export const ROUTE_COUNTS: readonly number[] = [1, 10, 100, 1000];

export const routeGroups: readonly Group[] = [{ name: 'Find a route', topic: 'routes', base: contenderOf(1), prepare }];

export function contenderOf(count: number): string {
  return `findRoute, ${count} ${count === 1 ? 'route' : 'routes'}`;
}

async function prepare(): Promise<readonly Contender[]> {
  const findMyWay = (await importPeer('find-my-way')) as FindMyWay | undefined; // find-my-way 9
  return [
    ...ROUTE_COUNTS.map((count) => ours(contenderOf(count), findOurs(count), (route) => route === `GET /r${count - 1}/{id}`)),
    ours(
      'findRoute, 1000 routes, array not frozen',
      findOurs(1000, (routes) => routes),
      (route) => route === 'GET /r999/{id}',
    ),
    ...ROUTE_COUNTS.map((count) => peer(`find-my-way, ${count}`, findMyWay && findWith(findMyWay, count), (found) => found !== null)),
    ...ROUTE_COUNTS.map((count) => peer(`hono, the whole request, ${count}`, honoWith(count), isResponse)),
    ...ROUTE_COUNTS.map((count) => peer(`powertools, the whole event, ${count}`, powertoolsWith(count), isResult)),
  ];
}

function findOurs(count: number, keep: (routes: string[]) => readonly string[] = Object.freeze): () => unknown {
  const routes = keep(numbers(count).map((index) => `GET /r${index}/{id}`));
  const request = { method: 'GET', target: `/r${count - 1}/7`, headers: [] };
  return () => findRoute(request, routes, { target: 'http-2.0' });
}

function findWith({ default: create }: FindMyWay, count: number): () => unknown {
  const router = create();
  for (const index of numbers(count)) router.on('GET', `/r${index}/:id`, () => {});
  return () => router.find('GET', `/r${count - 1}/7`);
}

function honoWith(count: number): () => unknown {
  const app = new Hono();
  for (const index of numbers(count)) app.get(`/r${index}/:id`, (context) => context.text('ok'));
  const request = new Request(`https://example.com/r${count - 1}/7`);
  return () => app.fetch(request);
}

function isResponse(response: unknown): boolean {
  return response instanceof Response && response.status === 200;
}

function powertoolsWith(count: number): () => unknown {
  const app = new Router();
  for (const index of numbers(count)) app.get(`/r${index}/:id`, async () => ({ ok: true }));
  const event = received(buildHttpEvent({ path: `/r${count - 1}/7` }));
  const context = buildContext();
  return () => app.resolve(event, context);
}

function isResult(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'statusCode' in result && result.statusCode === 200;
}
