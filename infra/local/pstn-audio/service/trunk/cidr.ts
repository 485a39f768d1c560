import { BlockList, isIPv4 } from 'node:net';

/** Whether an IPv4 address is in one of these CIDR blocks; a block that is none holds nobody. */
export function isInBlocks(address: string, blocks: readonly string[]): boolean {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', length = ''] = block.split('/');
    const prefix = Number(length);
    if (isIPv4(network) && /^\d{1,2}$/.test(length) && prefix <= 32) list.addSubnet(network, prefix, 'ipv4');
  }
  return isIPv4(address) && list.check(address, 'ipv4');
}
