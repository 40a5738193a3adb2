import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { PermissionPanel } from '../../permissions/components/permission-panel.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { NotFound } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { staffQuery } from '../staff-api.ts';

/** A member of the team beside the list: who it is, and what they may do. */
export function MemberPanel() {
  const { id } = useParams({ from: '/shell/team/$id' });
  const { text } = useSpeech('identity');
  const navigate = useNavigate();
  const staff = useQuery(staffQuery);
  const close = () => void navigate({ to: '/team' });
  const person = staff.data?.find((one) => one.id === id);
  if (!person)
    return (
      <SidePanel title={text('team')} id={id} onClose={close}>
        <Loaded query={staff} skeleton={<FactsSkeleton />}>
          {() => <NotFound />}
        </Loaded>
      </SidePanel>
    );
  return (
    <PermissionPanel key={id} where="business" person={person} onClose={close}>
      <Facts>
        <Fact name={text('email')}>
          <a href={`mailto:${person.email}`}>{person.email}</a>
        </Fact>
        <Fact name={text('role')}>{text(`role_${person.role}`)}</Fact>
      </Facts>
    </PermissionPanel>
  );
}
