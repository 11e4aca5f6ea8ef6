// SST 3 deploys with Pulumi, so it writes no template. Serve the same routes by hand:
// npx apigw-proxy serve handler.ts --route 'POST /orders' --route 'GET /orders/{id}'
export default $config({
  app: () => ({ name: 'orders', home: 'aws' }),
  async run() {
    const api = new sst.aws.ApiGatewayV2('Orders');
    api.route('POST /orders', 'handler.handler');
    api.route('GET /orders/{id}', 'handler.handler');
    return { url: api.url };
  },
});
