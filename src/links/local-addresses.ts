import { BlockList, isIP } from 'node:net';

/** Networks that nobody outside can reach (RFC 1918, 3927, 4193, 4291, 6598). */
const LOCAL = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  LOCAL.addSubnet(network, bits);
}
LOCAL.addAddress('::', 'ipv6');
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fc00::', 7, 'ipv6');
LOCAL.addSubnet('fe80::', 10, 'ipv6');

/** Names that no public resolver knows, and that companies and homes use for themselves (RFC 6761, 6762, 8375). */
const LOCAL_NAME = /^[^.]+$|\.(?:localhost|local|internal|home\.arpa|lan|corp|home)$/;

/** Does an address such as `192.168.0.1` or `::1` lead to this machine or its own network only? */
export function isLocalAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOCAL.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** The same of an address of the web, as far as it can be told without asking for the name of its host. */
export function isLocalUrl({ protocol, hostname }: URL): boolean {
  if (protocol === 'file:') return true;
  const host = hostname.replace(/^\[|\]$|\.$/g, '');
  return isIP(host) ? isLocalAddress(host) : LOCAL_NAME.test(host);
}
