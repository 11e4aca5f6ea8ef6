import { describe, expect, test } from 'vitest';
import { mapWords, replacerOf, wordsIn } from '../../../src/events/anonymize/words.js';

/** Every region of AWS, in every partition. */
const REGIONS = [
  ...[
    'af-south-1',
    'ap-east-1',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'cn-north-1',
    'cn-northwest-1',
  ],
  ...[
    'eu-central-1',
    'eu-north-1',
    'eu-south-2',
    'eu-west-3',
    'eu-isoe-west-1',
    'eusc-de-east-1',
    'il-central-1',
    'me-central-1',
    'me-south-1',
  ],
  ...['mx-central-1', 'sa-east-1', 'us-east-1', 'us-west-2', 'us-gov-east-1', 'us-iso-east-1', 'us-isob-east-1', 'us-isof-south-1'],
];

describe('mapWords', () => {
  test.each([
    ['I am Ada.', '<I> <am> <Ada>.'],
    ['ada_l+é@mail.example', '<ada_l>+<é>@<mail>.example'],
    ['e\u0301te\u0301', '<e\u0301te\u0301>'],
    ['Bearer abc.def', 'Bearer <abc>.<def>'],
    ['Root=1-67891233-abcdef', 'Root=1-<67891233>-<abcdef>'],
    ['a1b2.execute-api.us-east-1.amazonaws.com', '<a1b2>.execute-api.us-east-1.amazonaws.com'],
    ['HTTPS://WWW.ADA.EXAMPLE/0/2', 'HTTPS://WWW.<ADA>.EXAMPLE/0/<2>'],
    ['', ''],
  ])('finds the words of %j', (text, marked) => {
    expect(mapWords(text, (word) => `<${word}>`)).toBe(marked);
  });

  test.each([
    ['192.0.2.1', '<192.0.2.1>'],
    ['255.255.255.255', '<255.255.255.255>'],
    ['1.0.0.1:8080', '<1.0.0.1>:<8080>'],
    ['at 1.0.0.1. And', '<at> <1.0.0.1>. <And>'],
    ['1.2.3.4.5', '1.<2.3.4.5>'],
    ['1.2.3.4567', '1.<2>.<3>.<4567>'],
    ['1.2.3', '1.<2>.<3>'],
    ['::1', '<::1>'],
    ['2001:db8:77::abcd', '<2001:db8:77::abcd>'],
    ['1:2:3:4:5:6:7:8', '<1:2:3:4:5:6:7:8>'],
    ['::ffff:10.0.0.1', '<::ffff:10.0.0.1>'],
    ['::FFFF:255.10.0.100.', '<::FFFF:255.10.0.100>.'],
    ['[2001:db8::1]:443', '[<2001:db8::1>]:<443>'],
    ['fe80::1%eth0', '<fe80::1>%<eth0>'],
    ['std::string', '<std>::<string>'],
    ['a::_b', '<a>::<_b>'],
    ['::1:22222', '::1:<22222>'],
    ['10:20', '<10>:<20>'],
  ])('takes an address as one word: %s', (text, marked) => {
    expect(mapWords(text, (word) => `<${word}>`)).toBe(marked);
  });

  test.each(REGIONS)('leaves out the region %s', (region) => {
    const fail = () => expect.fail();
    expect(mapWords(region, fail)).toBe(region);
    expect(mapWords(region.toUpperCase(), fail)).toBe(region.toUpperCase());
  });

  test.each([
    ['jo-smith-1', '<jo>-<smith>-1'],
    ['jo-west-1', '<jo>-<west>-1'],
    ['us-ada-east-1', 'us-<ada>-<east>-1'],
    ['us-east-a', 'us-<east>-<a>'],
    ['us-east-1a', 'us-<east>-<1a>'],
    ['us-east-12', 'us-<east>-<12>'],
    ['us-east-1-b', 'us-<east>-1-<b>'],
    ['us-east-1_b', 'us-<east>-<1_b>'],
    ['aus-east-1', '<aus>-<east>-1'],
  ])('finds the words of %j, which is no region', (text, marked) => {
    expect(mapWords(text, (word) => `<${word}>`)).toBe(marked);
  });
});

describe('wordsIn', () => {
  test('returns each word once', () => {
    expect(wordsIn(['ada-lovelace', 'ada, arn:aws'])).toEqual(new Set(['ada', 'lovelace']));
  });
});

describe('replacerOf', () => {
  test.each([
    ['a', 'x1'],
    ['ada', 'x01'],
    ['Lovelace', 'x0000001'],
    ['a2', 'x1'],
    ['2a', 'x1'],
    ['é', 'x1'],
    ['12', '01'],
    ['777777777777', '000000000001'],
    ['10.0.0.1', '198.18.0.1'],
    ['2001:db8:77::1', '2001:db8::0:1'],
    ['::ffff:10.0.0.1', '2001:db8::0:1'],
  ])('replaces %j by %j: of the same kind, and of the same length if there is room', (word, replacement) => {
    expect(replacerOf(new Set([word]), new Map())(word)).toBe(replacement);
  });

  test.each([
    [255, '198.18.1.0', '2001:db8::0:100'],
    [0xfffe, '198.18.255.255', '2001:db8::0:ffff'],
    [0xffff, '2001:db8::1:0', '2001:db8::1:0'],
    [0x1fffe, '2001:db8::1:ffff', '2001:db8::1:ffff'],
  ])('replaces an address by one that belongs to nobody, after %j others', (count, ofIpv4, ofIpv6) => {
    const known = Array.from({ length: count }, (_, index): [string, string] => [`word${index}`, `other${index}`]);
    expect(replacerOf(new Set(), new Map(known))('10.0.0.1')).toBe(ofIpv4);
    expect(replacerOf(new Set(), new Map(known))('::2')).toBe(ofIpv6);
    expect(replacerOf(new Set(), new Map(known))('ada')).toBe(`x${count + 1}`);
  });

  test.each<[string, string[], [string, string][], string, string]>([
    ['that is in the event', ['x1', 'x2', 'a'], [], 'a', 'x3'],
    ['that replaces another word', ['a'], [['other', 'x2']], 'a', 'x3'],
    ['that stays wherever it is', ['7'], [], '7', '2'],
  ])('never chooses a word %s', (_, originals, known, word, replacement) => {
    expect(replacerOf(new Set(originals), new Map(known))(word)).toBe(replacement);
  });

  test('remembers its replacements', () => {
    const known = new Map([['ada', 'x09']]);
    const replace = replacerOf(new Set(['ada', 'grace']), known);
    expect([replace('ada'), replace('grace'), replace('grace')]).toEqual(['x09', 'x0002', 'x0002']);
    expect([...known]).toEqual([
      ['ada', 'x09'],
      ['grace', 'x0002'],
    ]);
  });
});
