/** The handler that the local APIs of the benchmark run. */
export async function handler({ pathParameters }: Event): Promise<{ statusCode: number; body: string }> {
  return { statusCode: 200, body: JSON.stringify({ id: pathParameters?.['id'] }) };
}

interface Event {
  pathParameters?: Readonly<Record<string, string | undefined>> | null;
}
