import type { ExchangeSummary, PostedMessage } from '../view.js';

/** A row of the list: a request, or a WebSocket connection with all its exchanges. */
export interface Row {
  /** The exchange that is shown when the row is chosen: the newest one. */
  readonly index: number;
  /** The exchanges, oldest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** Id of the connection. `undefined` for a request. */
  readonly connectionId: string | undefined;
}

/** Returns the rows of the list, newest first. The exchanges of a connection share a row. */
export function rowsOf(exchanges: readonly ExchangeSummary[]): Row[] {
  const groups = new Map<string, ExchangeSummary[]>();
  for (const exchange of exchanges) {
    const key = exchange.connectionId ?? `#${exchange.index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()]
    .map((group) => ({ index: group.at(-1)?.index ?? 0, exchanges: group, connectionId: group[0]?.connectionId }))
    .reverse();
}

/** Returns the row that has an exchange. */
export function rowWith(rows: readonly Row[], index: number | undefined): Row | undefined {
  return rows.find(({ exchanges }) => exchanges.some((exchange) => exchange.index === index));
}

/** What one side of a conversation said, or an event of the connection. */
export interface Bubble {
  readonly from: 'client' | 'api' | 'connection';
  readonly text: string;
  /** When, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** The exchange that it belongs to. `undefined` for a message that a function posted. */
  readonly exchange: ExchangeSummary | undefined;
}

/** Returns a conversation in order: what the client sent, what it received as an answer, and what functions posted to it. */
export function bubblesOf({ exchanges, connectionId }: Row, posts: readonly PostedMessage[]): Bubble[] {
  const posted = posts.filter((post) => post.connectionId === connectionId);
  const bubbles: Bubble[] = [];
  let next = 0;
  for (const exchange of exchanges) {
    // These were posted before the exchange ended. The clock has no fractions, so a tie counts as posted during the exchange.
    const start = next;
    while ((posted[next]?.after ?? Number.POSITIVE_INFINITY) < exchange.index) next += 1;
    const due = posted.slice(start, next);
    const early = due.filter(({ postedAt }) => postedAt < exchange.startedAt);
    const [first, ...rest] = bubblesOfExchange(exchange);
    for (const bubble of [...early.map(bubbleOfPost), first, ...due.slice(early.length).map(bubbleOfPost), ...rest]) bubbles.push(bubble);
  }
  return [...bubbles, ...posted.slice(next).map(bubbleOfPost)];
}

function bubbleOfPost({ postedAt, text }: PostedMessage): Bubble {
  return { from: 'api', text, at: postedAt, exchange: undefined };
}

function bubblesOfExchange(exchange: ExchangeSummary): [Bubble, ...Bubble[]] {
  const { kind, startedAt, duration, sent = '', received, status } = exchange;
  if (kind === 'connect')
    return [{ from: 'connection', text: status === 101 ? 'Connected' : `Refused: ${status}`, at: startedAt, exchange }];
  if (kind === 'disconnect') return [{ from: 'connection', text: 'Disconnected', at: startedAt, exchange }];
  const answer: Bubble[] = received === undefined ? [] : [{ from: 'api', text: received, at: startedAt + duration, exchange }];
  return [{ from: 'client', text: sent, at: startedAt, exchange }, ...answer];
}
