import { functionId } from './naming.js';

/** The ARN of a function in the template. */
export function functionArn(name: string): unknown {
  return { 'Fn::GetAtt': [functionId(name), 'Arn'] };
}

/** The URI by which API Gateway calls a function. */
export function invocationUri(arn: unknown, isStreaming = false): unknown {
  const [version, path] = isStreaming ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations'];
  const start = ['arn:', { Ref: 'AWS::Partition' }, ':apigateway:', { Ref: 'AWS::Region' }, `:lambda:path/${version}/functions/`];
  return { 'Fn::Join': ['', [...start, arn, `/${path}`]] };
}

/** The name at the end of an ARN: `arn:aws:lambda:…:function:gate` → `gate`. */
export function nameInArn(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
