// CDK: npx cdk synth --app 'node cdk.mjs' && npx apigw-proxy serve --template cdk.out
import { App, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

const stack = new Stack(new App(), 'Orders');
const bundling = { format: OutputFormat.ESM };
const orders = new NodejsFunction(stack, 'Handler', { entry: 'handler.ts', runtime: Runtime.NODEJS_22_X, bundling });
const integration = new HttpLambdaIntegration('Integration', orders);
const api = new HttpApi(stack, 'Api');
api.addRoutes({ path: '/orders', methods: [HttpMethod.POST], integration });
api.addRoutes({ path: '/orders/{id}', methods: [HttpMethod.GET], integration });
