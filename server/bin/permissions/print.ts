import { roles } from '@smooth/contract/identity/roles.ts';
import '../../api/app.ts';
import { policyTable } from '../../core/policy.ts';

const heading = `# Who may do what

Written by \`node server/bin/permissions.ts\` from the policies of the slices; not edited by hand.

● always · ○ on condition, such as one's own chair or one's own bookings · empty: not by role.

Beyond their role people of a business or of the platform may be given single actions, for good or for a while, by
somebody who has them. Customers are given nothing.
`;

const signs = { always: '●', when: '○' } as const;

/** The one table of permissions as Markdown, every slice's policies together. */
export function permissionTable(): string {
  const rows = policyTable()
    .toSorted((a, b) => (a.action < b.action ? -1 : 1))
    .map(({ action, roles: may }) => [`\`${action}\``, ...roles.map((role) => (may[role] ? signs[may[role]] : ''))]);
  const columns = ['action', ...roles];
  const widths = columns.map((name, index) => Math.max(name.length, ...rows.map((row) => row[index]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [heading, line(columns), rule, ...rows.map(line), ''].join('\n');
}
