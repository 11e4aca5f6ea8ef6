import type { KeyRule, KeyRules } from '../../reading/keys.js';
import { NO_FIREWALL, NO_LAYERS, NOT_THROTTLED } from '../../reading/rules.js';

const FRAMEWORK: KeyRule = 'ignore'; // how the framework works

/** The keys at the top of a `serverless.yml`. */
export const ROOT = {
  service: 'read',
  provider: 'read',
  functions: 'read',
  resources: 'read',
  plugins: 'read',
  package: 'read',
  layers: NO_LAYERS,
  useDotenv: { optional: 'No .env file is read here. Pass its variables in the option `env`, or set them in your shell.' },
  constructs: { unsupported: 'Constructs do not run here.' },
  stages: { unsupported: 'Settings of stages are not read. Use `params`.' },
  build: { optional: 'The code is not bundled here.' },
  custom: 'read',
  params: 'ignore', // so they do to these
  app: FRAMEWORK,
  configValidationMode: FRAMEWORK,
  console: FRAMEWORK,
  dashboard: FRAMEWORK,
  deprecationNotificationMode: FRAMEWORK,
  disabledDeprecations: FRAMEWORK,
  enableLocalInstallationFallback: FRAMEWORK,
  frameworkVersion: FRAMEWORK,
  licenseKey: FRAMEWORK,
  org: FRAMEWORK,
  outputs: FRAMEWORK,
  projectDir: FRAMEWORK,
  unresolvedVariablesNotificationMode: FRAMEWORK,
  variablesResolutionMode: FRAMEWORK,
} as const satisfies KeyRules;

/** The keys of `package`, at the top and in a function. */
export const PACKAGE = {
  artifact: { unsupported: 'The code is in an archive. Its handlers are looked for beside serverless.yml.' },
  exclude: 'ignore',
  excludeDevDependencies: 'ignore',
  include: 'ignore',
  individually: 'ignore',
  path: 'ignore',
  patterns: 'ignore',
} as const satisfies KeyRules;

/** Plugins that change neither routes nor what a client sees. */
export const HARMLESS_PLUGINS: ReadonlySet<string> = new Set([
  'serverless-bundle',
  'serverless-dotenv-plugin',
  'serverless-esbuild',
  'serverless-iam-roles-per-function',
  'serverless-offline',
  'serverless-plugin-log-retention',
  'serverless-plugin-typescript',
  'serverless-plugin-warmup',
  'serverless-prune-plugin',
  'serverless-webpack',
]);

/** Settings of plugins in `custom` that change what a client sees. The others are for variables. */
export const CUSTOM = {
  apiGatewayCaching: { unsupported: 'Responses are not cached here.' },
  apiGatewayServiceProxies: { unsupported: 'Routes to AWS services cannot be reached from here.' },
  apiGatewayThrottling: NOT_THROTTLED,
  associateWaf: NO_FIREWALL,
  customDomain: { unsupported: 'The domain of the plugin is not read. Use its resources, or request the API without its base path.' },
  customDomains: {
    unsupported: 'The domains of the plugin are not read. Use their resources, or request the API without their base paths.',
  },
} as const satisfies KeyRules;
