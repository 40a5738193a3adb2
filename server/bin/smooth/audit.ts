import { readAnchors, verifyAudit } from '../../audit/actions/verify.ts';
import { PLATFORM_CHAIN } from '../../audit/rules/entry.ts';
import { installationKey } from '../../core/key.ts';
import { allTenants } from '../../tenancy/queries.ts';
import type { Command, Operator } from './operator.ts';
import { table } from './table.ts';

export const verify: Command = {
  usage: 'audit verify',
  summary: 'Find every entry of the audit that was changed, removed, put in or cut off',
  options: {},
  async run({ owner, config, say }: Operator) {
    const anchors = await readAnchors(config.logFolder);
    const { entries, chains, waiting, findings } = await verifyAudit({ owner, key: installationKey(config), anchors });
    const counted = `${entries} entries in ${chains} chains${waiting > 0 ? `, ${waiting} wait for their seal` : ''}`;
    if (findings.length === 0) return say(`The audit is whole: ${counted}.`);
    const names = new Map((await allTenants(owner)).map(({ id, subdomain }) => [id, subdomain]));
    const nameOf = (chain: string) => (chain === PLATFORM_CHAIN ? 'platform' : (names.get(chain) ?? chain));
    const rows = findings.map(({ chain, position, entry_id, what }) => [
      nameOf(chain),
      position === null ? '' : String(position),
      entry_id ?? '',
      what,
    ]);
    say(table(['Chain', 'Place', 'Entry', 'What is wrong'], rows));
    say(`The audit is not whole: ${findings.length} findings, ${counted}.`);
    return 1;
  },
};
