/** What stands in the way of a budget, by the start of its row. The longest start counts. */
export const remarks: Readonly<Record<string, string>> = {
  'Check a ': 'The guard written by hand is the limit: it checks the same fields, explains nothing, and is hardly faster.',
  'Check REST events':
    'V8 can only guess where fields are while a call site sees few layouts. The guard written by hand has the same problem.',
  'Check payload 2.0 events':
    'V8 can only guess where fields are while a call site sees few layouts. The guard written by hand has the same problem.',
  'Check a valid result':
    'A fifth of the time is reading the keys of the result, a quarter its headers, and a fifth deciding which of them are sent and under which name: each is checked for everything that a gateway would reject or change. JSON.stringify copies the body and looks at nothing.',
  'Parse a ': 'The body has to be parsed and then validated by zod, whatever the rest costs.',
  'Build a ':
    'The builder checks the options, describes the request and then turns it into an event, as the gateway would. More than half of the time goes to the names of the headers, the text of the query, and JSON.stringify.',
  'Build a minimal WebSocket event':
    'Each message has its own time and ids, so the builder makes three strings and three objects. Collecting them takes a fifth of the time.',
  'Turn a request': 'Every header becomes a field of one or two new objects, and objects with many different names are slow to fill.',
  'Render a result':
    '`renderResult` reads the result with checks for everything that a gateway would reject, and returns a list of fields. The limit writes bytes directly.',
  'Render a result with 55 B':
    'Two thirds of the time go into the memory for the bytes, which is outside the heap: allocating it, and freeing it later. The limit uses the pool of Buffer instead, where `bytes.buffer` would show bytes of other responses. A quarter goes into reading and checking the result.',
  'Render a result with 10 kB':
    'Most of the time is memory that is filled with zeros first, and the garbage collector. Memory that is not filled costs the same, because the first write to it is slower. The rest is reading and checking the result, which takes as long as for a small body.',
  'Render a result with 1 MB base64':
    'Three quarters of the time are decoding, right into the bytes. A tenth is the search for `-` and `_`, which the decoder of Node.js accepts and gateways reject.',
  'Find a route': 'Before the search, the arguments and the path are checked, which takes as long for 1 route as for 1,000.',
  'Import and use': 'Node.js reads and compiles all files of an entry, even what the first call does not need.',
  'Import and use apigw-proxy/schemas': 'Most of it is zod. The rest is reading the code of this library and making the schema.',
  'Import and use apigw-proxy/local': "The entry contains the whole library and loads Node's HTTP server.",
  'Bundle with one guard': 'A bundle has the checks of all fields, down to the identity of the caller.',
  'Bundle with one schema': 'Nearly all of it is zod.',
  'Bundle with renderResult':
    'A bundle has the rules of every target, because the target is an option. Decision 17 lists the files and their sizes.',
  'Bundle with checkResult':
    'A bundle has the rules of every target and the sentences of all issues that a plain result can have. Decision 17 lists the files and their sizes.',
  'Local API':
    'The bare server writes a constant. Here, the client gets seven headers, which takes 1 µs more in Node.js, and the request is checked, routed and made an event, the function gets a context and a time limit, and its result is checked and rendered. Besides, a server that is busy between two responses wakes its client up for each of them: 10 µs of work added to the bare server cost 13 µs.',
  'Local WebSocket API':
    'Each message becomes an event, the function gets a context and a time limit, and its result is checked and rendered.',
  'Types:': 'Each refined field adds its type to that of the event.',
  'Packages that': 'The package has a dependency.',
  'The packed package':
    'Both module formats and the declarations with their comments are in the package (about 790 kB), and the documents, recorded cases and JSON Schemas (decision 26). Larger chunks make imports faster, and the archive larger (decision 28).',
};

/** Returns what stands in the way of the budget in this row, or `''` if nobody has said it. */
export function remarkOf(row: string): string {
  const [start = ''] = Object.keys(remarks)
    .filter((key) => row.startsWith(key))
    .sort((a, b) => b.length - a.length);
  return remarks[start] ?? '';
}
