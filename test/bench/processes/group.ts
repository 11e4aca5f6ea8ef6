import { measure } from '../measure.js';
import { groups } from '../rows/groups.js';

// Runs in a process of its own: measures one group and prints what each contender costs, as JSON.

const [, , name] = process.argv;
const group = groups.find((each) => each.name === name);
if (!group) throw new Error(`There is no group ${name}.`);
const contenders = await group.prepare();
const missing = contenders.filter(({ run }) => run === undefined).map((contender) => contender.name);
const owners = Object.fromEntries(contenders.map((contender) => [contender.name, contender.owner]));
process.stdout.write(JSON.stringify({ rounds: await measure(contenders), owners, missing }));
