// handler.ts
async function handler({ routeKey, pathParameters, body }) {
  if (routeKey === 'GET /orders/{id}') return reply(200, { id: pathParameters?.['id'] });
  return reply(201, { order: body });
}
function reply(statusCode, value) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

export { handler };
