import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const JARS = '/usr/share/java';
const NAMES = [
  'velocity',
  'commons-lang',
  'commons-collections3',
  'json-path',
  'json-smart',
  'accessors-smart',
  'slf4j-api',
  'slf4j-nop',
  'asm',
];

/** Asks Apache Velocity or Jayway JsonPath. */
export interface Oracle {
  ask(question: object): Promise<Answer>;
  stop(): void;
}

export interface Answer {
  readonly text?: string;
  readonly json?: string;
  readonly missing?: boolean;
  readonly error?: string;
}

/** Compiles and starts the Java program. Throws when Java or a library is missing. */
export async function startOracle(): Promise<Oracle> {
  const jars = NAMES.map((name) => `${JARS}/${name}.jar`);
  const classes = mkdtempSync(join(tmpdir(), 'oracle-'));
  const source = new URL('Oracle.java', import.meta.url).pathname;
  const classpath = [...jars, classes].join(':');
  if (!jars.every((jar) => existsSync(jar))) throw new Error(INSTALL);
  await promisify(execFile)('javac', ['-nowarn', '-d', classes, '-cp', classpath, source]).catch((error: { code?: string }) => {
    throw error.code === 'ENOENT' ? new Error(INSTALL) : error;
  });
  const java = spawn('java', ['-Xss4m', '-Xmx2g', '-cp', classpath, 'Oracle'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      java.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`The Java program ended at ${JSON.stringify(question)}.`);
      return JSON.parse(value) as Answer; // Oracle.java writes nothing else
    },
    stop: () => void java.kill(),
  };
}

const INSTALL =
  'Install Java and the libraries first: apt-get install default-jdk-headless velocity libjsonpath-java libcommons-lang-java.';
