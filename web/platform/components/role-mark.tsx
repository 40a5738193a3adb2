import type { Role } from '@smooth/contract/identity/roles.ts';
import { IconBuildingStore, IconCrown, IconLifebuoy, IconUser } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

const looks = {
  SUPERUSER: { tone: 'red', icon: IconCrown },
  PLATFORM_MANAGER: { tone: 'amber', icon: IconLifebuoy },
  PLATFORM_SALES: { tone: 'amber', icon: IconLifebuoy },
  PLATFORM_SUPPORT: { tone: 'amber', icon: IconLifebuoy },
  TENANT_OWNER: { tone: 'blue', icon: IconBuildingStore },
  TENANT_MANAGER: { tone: 'blue', icon: IconBuildingStore },
  TENANT_STAFF: { tone: 'green', icon: IconUser },
  CUSTOMER: { tone: 'quiet', icon: IconUser },
} as const;

/** A role by colour, sign and word: the further it reaches, the warmer. */
export function RoleMark({ role }: { role: Role }) {
  const { text } = useSpeech('platform');
  return <Mark {...looks[role]}>{text(`role_${role}`)}</Mark>;
}
