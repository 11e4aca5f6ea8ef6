import { expect, test } from 'vitest';
import { GOING_AWAY, NO_CLOSE_CODE } from '../../src/aws/close-codes.js';
import * as defaults from '../../src/aws/defaults.js';
import { awsHost, idInLabel, isAwsName, isFunctionUrlHost, parseAwsHost } from '../../src/aws/host-names.js';
import * as limits from '../../src/aws/limits.js';
import * as types from '../../src/aws/media-types.js';
import { partitionOf } from '../../src/aws/partitions.js';
import { TARGETS } from '../../src/aws/target.js';

const REGIONS = [
  'us-east-1',
  'eu-west-1',
  'us-gov-west-1',
  'cn-north-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'eu-isoe-west-1',
  'us-isof-east-1',
];
const OTHER_REGIONS = ['eusc-de-east-1', 'xcn-1', 'us-isox-1', 'x-us-gov-1', 'us-iso-', 'us-iso', 'cn', ''];
const SERVICES = ['execute-api', 'lambda-url'] as const;

const HOSTS = [
  ...[...REGIONS, ...OTHER_REGIONS].flatMap((region) => SERVICES.map((service) => awsHost(service, 'a1', region))),
  ...[
    'amazonaws.com',
    'on.aws',
    'api.aws',
    'aws',
    'amazonaws.com.cn',
    'on.amazonaws.com.cn',
    'on.amazonwebservices.com.cn',
    'cloudfront.net',
  ].flatMap((domain) => [`a1.execute-api.us-east-1.${domain}`, `a1.lambda-url.us-east-1.${domain}`, domain, `x${domain}`, `x.${domain}`]),
  ...['a1.execute-api-fips.us-east-1.amazonaws.com', 'a1-vpce-b2.execute-api.us-east-1.amazonaws.com', 'a1.s3.us-east-1.amazonaws.com'],
  ...[
    '.execute-api.us-east-1.amazonaws.com',
    'a1.execute-api..amazonaws.com',
    'a.b.lambda-url.us-east-1.on.aws',
    'localhost',
    '',
    'a1.execute-api',
  ],
];

// A fact that changes shows up as a changed line.
test('facts.txt has limits, host names and partitions', async () => {
  const lines = [
    ...Object.entries({ ...limits, ...defaults, ...types, GOING_AWAY, NO_CLOSE_CODE }).map(([name, fact]) => [
      name,
      typeof fact === 'function' ? '' : fact,
    ]),
    ...TARGETS.flatMap((target) =>
      [undefined, 'REGIONAL', 'EDGE', 'PRIVATE', 'OTHER'].map((endpoint) => [target, endpoint, limits.requestLimitsOf(target, endpoint)]),
    ),
    ...[...REGIONS, ...OTHER_REGIONS].map((region) => [region, partitionOf(region)]),
    ...[...new Set(HOSTS)].map((host) => [host, isAwsName(host), isFunctionUrlHost(host), parseAwsHost(host)]),
    ...['a', 'a-b_C1', '', 'a b', ' a', 'a ', 'é', '$default', 'a/b'].map((stage) => [stage, limits.STAGE_NAME.test(stage)]),
    ...['a1', 'a1-vpce-b2', 'A1', 'a1-vpce-', 'a1-b2', 'xa1-vpce-b2 ', ''].map((label) => [label, idInLabel(label)]),
  ];
  const text = lines.map((line) => JSON.stringify(line, (_, value: unknown) => (value === Number.POSITIVE_INFINITY ? 'none' : value)));
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('facts.txt'); // `vitest -u` updates it
});
