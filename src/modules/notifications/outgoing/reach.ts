import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { Invalid } from '../../../platform/errors.ts'

/** A host with the one address that was checked, to which the connection is made. */
export interface Reached {
  host: string
  address: string
  /** The administrator named this host, its address or its network. */
  allowed: boolean
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const) inside.addSubnet(network, prefix, 'ipv4')
// Beside loopback, local and documentation addresses also those that carry an IPv4 address within.
for (const [network, prefix] of [
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 9], ['ff00::', 8],
] as const) inside.addSubnet(network, prefix, 'ipv6')

/** Whether a name, an address or a network such as 10.0.0.0/8 can be read as a rule. */
export function isRule(rule: string): boolean {
  const [address = '', prefix, ...rest] = rule.split('/')
  if (rest.length > 0) return false
  if (prefix === undefined) return isIP(rule) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(rule)
  return isIP(address) !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32)
}

/**
 * Finds where a host is and checks every address it has: none may be inside the house unless the rules allow it.
 *
 * @throws {Invalid} `host-unknown`, `address-refused`
 */
export async function reach(host: string, rules: readonly string[]): Promise<Reached> {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  const addresses = isIP(bare) === 0 ? await addressesOf(bare) : [bare]
  const networks = networksOf(rules)
  const named = rules.includes(bare)
  const isAllowed = (address: string) => named || networks.check(address, family(address))
  const refused = addresses.find((address) => inside.check(address, family(address)) && !isAllowed(address))
  if (refused !== undefined) {
    throw new Invalid('address-refused', `${bare} 指向内部地址 ${refused}，没有连接。若这是本单位自己的服务器，请在“允许的内部地址”里写上它。`, { host: bare, address: refused })
  }
  const [address] = addresses
  if (address === undefined) throw unknown(bare)
  return { host: bare, address, allowed: isAllowed(address) }
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address)
  } catch {
    throw unknown(host)
  }
}

function unknown(host: string): Invalid {
  return new Invalid('host-unknown', `找不到主机 ${host}。请检查地址，或稍后再试。`, { host })
}

function networksOf(rules: readonly string[]): BlockList {
  const networks = new BlockList()
  for (const rule of rules) {
    const [address = '', prefix] = rule.split('/')
    if (isIP(address) === 0) continue
    if (prefix === undefined) networks.addAddress(address, family(address))
    else networks.addSubnet(address, Number(prefix), family(address))
  }
  return networks
}
