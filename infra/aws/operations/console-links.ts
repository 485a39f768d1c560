/** Pages of the AWS console that the dashboard leads to, in one Region. */
export function consoleLinks(region: string): readonly { readonly title: string; readonly url: string }[] {
  const cloudWatch = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return [
    { title: 'Service map', url: `${cloudWatch}#xray:service-map/map` },
    { title: 'Traces', url: `${cloudWatch}#xray:traces/query` },
    { title: 'Logs Insights', url: `${cloudWatch}#logsV2:logs-insights` },
    { title: 'Alarms', url: `${cloudWatch}#alarmsV2:` },
  ];
}
