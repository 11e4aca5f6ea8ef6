/** A section of the sidebar: its title, and its pages as files in `docs/` without `.md`, with their titles. */
export interface Section {
  readonly title: string;
  readonly pages: Readonly<Record<string, string>>;
}

/** The sections of the site, in order. A test keeps the list complete. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Start',
    pages: {
      index: 'Overview',
      'start-handler': 'Write a handler',
      'start-test': 'Test a handler',
      'start-tool': 'Build a tool',
    },
  },
  {
    title: 'Testing',
    pages: {
      testing: 'Test your functions',
      'test-runners': 'Vitest, Jest and node:test',
      events: 'Build test events',
      websocket: 'WebSocket APIs',
    },
  },
  {
    title: 'Handlers',
    pages: {
      types: 'Types and guards',
      accessors: 'Read an event',
      schemas: 'Validate with zod',
      results: 'Return a response',
      errors: 'Answer errors',
      cookies: 'Cookies',
      cors: 'CORS',
      files: 'Files, images and uploads',
      streaming: 'Response streaming',
      authorizers: 'Authorizers and users',
      middy: 'Middy and Powertools',
      bundles: 'Bundles, ESM and CommonJS',
    },
  },
  {
    title: 'Local',
    pages: {
      local: 'Run an API locally',
      cli: 'The command line',
      deploy: 'Read what you deploy',
      'deploy-templates': 'SAM, CloudFormation and CDK',
    },
  },
  {
    title: 'Tools and emulators',
    pages: {
      convert: 'Convert events and responses',
      'other-tools': 'SAM CLI and serverless-offline',
      'custom-integration': 'Custom integrations',
      arn: 'ARNs and permissions',
      paths: 'Paths, stages and URLs',
    },
  },
  {
    title: 'Why is my … broken?',
    pages: {
      troubleshooting: 'Errors and surprises',
      questions: 'Questions and answers',
    },
  },
  {
    title: 'Reference',
    pages: {
      settings: 'Every setting',
      issues: 'Every issue',
      samples: 'A sample of every event',
      'json-schema': 'JSON Schema',
      render: 'How a result becomes a response',
      limits: 'Limits',
      performance: 'What does it cost?',
      'aws-guide': 'The AWS guide, by feature',
    },
  },
  {
    title: 'Migration',
    pages: {
      names: 'From @types/aws-lambda or Powertools',
      'payload-2.0': 'From payload 1.0 to 2.0',
      'migrate-events': 'From other test events',
      'migrate-offline': 'From serverless-offline or SAM',
    },
  },
  {
    title: 'About',
    pages: {
      'aws-behavior': 'What AWS really does',
      conformance: 'Recorded cases',
      'open-questions': 'Open questions',
      peers: 'Scores of other packages',
      scope: 'What it does not do',
      comparison: 'Comparison with other packages',
      contributing: 'Contributing',
      mutation: 'Mutation testing',
      security: 'Security',
      trust: 'Threat model and figures',
    },
  },
];

/** Returns what readers import from a folder of `src`. */
export function entryName(folder: string): string {
  return folder === 'index' ? 'apigw-proxy' : `apigw-proxy/${folder}`;
}
