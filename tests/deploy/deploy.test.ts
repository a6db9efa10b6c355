import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** The settings of a unit of systemd by their key; what is said more than once is joined. */
function unit(file: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key) settings[key] = key in settings ? `${settings[key]} ${value}` : value;
  }
  return settings;
}

test('the service runs as nobody, may write only its feedback, and has time to stop', () => {
  expect(unit('deploy/kundig.service')).toMatchObject({
    ExecStart: '/opt/kundig/node_modules/.bin/node scripts/start.ts --no-build',
    Environment: expect.stringContaining('FEEDBACK_DATABASE=/var/lib/kundig/feedback.db'),
    StateDirectory: 'kundig',
    StateDirectoryMode: '0700',
    UMask: '0077',
    DynamicUser: 'yes',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    PrivateTmp: 'yes',
    CapabilityBoundingSet: '',
    MemoryMax: '512M',
    TimeoutStopSec: '15',
    KillSignal: 'SIGTERM',
  });
});

test.skipIf(!existsSync('/usr/bin/systemd-analyze'))('systemd finds it closed', () => {
  const said = execFileSync('systemd-analyze', [
    'security',
    '--offline=true',
    '--no-pager',
    'deploy/kundig.service',
  ]).toString();
  expect(Number(/exposure level for kundig.service: ([\d.]+)/.exec(said)?.[1])).toBeLessThan(2);
});

test('the containers can change nothing but the feedback, and believe only the proxy beside them', () => {
  const { services, networks, volumes } = parse(readFileSync('deploy/compose.yaml', 'utf8'));
  expect(services.help).toMatchObject({
    read_only: true,
    tmpfs: ['/tmp'],
    volumes: ['feedback:/data'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    stop_grace_period: '15s',
  });
  // Whoever reached it directly could claim any address.
  expect(services.help).not.toHaveProperty('ports');
  expect([services.help.networks, services.proxy.networks]).toEqual([['inside'], ['inside']]);
  expect(services.help.environment.TRUSTED_PROXIES).toBe(networks.inside.ipam.config[0].subnet);
  expect(Object.keys(volumes)).toContain('feedback');
});

test('nginx names the address that it sees, not one that a sender claims', () => {
  const settings = readFileSync('deploy/nginx.conf', 'utf8');
  expect([...settings.matchAll(/proxy_set_header X-Forwarded-For (.*);/g)].map(([, value]) => value)).toEqual(
    ['$remote_addr'],
  );
});

test('a Node that can keep feedback safely is asked for, and brought', () => {
  const { engines, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe('^24.15.0 || >=26.0.0');
  expect(process.versions.node).toBe(devDependencies.node);
});
