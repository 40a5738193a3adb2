import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { PermissionPanel } from '../../permissions/components/permission-panel.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { NotFound } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { platformPeopleQuery } from '../api/users.ts';
import { RoleMark } from '../components/role-mark.tsx';
import { useGo, useWayParams, useWaySearch } from '../way.tsx';

/** Somebody of the platform beside the list: who it is, and what they may do. */
export function UserPanel() {
  const { id = '' } = useWayParams();
  const search = useWaySearch();
  const go = useGo();
  const { text } = useSpeech('platform');
  const format = useFormat();
  const people = useQuery(platformPeopleQuery);
  const close = () => go('/users', search);
  const person = people.data?.find((one) => one.id === id);
  if (!person)
    return (
      <SidePanel title={text('users')} id={id} onClose={close}>
        <Loaded query={people} skeleton={<FactsSkeleton />}>
          {() => <NotFound />}
        </Loaded>
      </SidePanel>
    );
  return (
    <PermissionPanel key={id} where="platform" person={person} onClose={close}>
      <Facts>
        <Fact name={text('email')}>{person.email}</Fact>
        <Fact name={text('role')}>
          <RoleMark role={person.role} />
        </Fact>
        <Fact name={text('since')}>{format.date(person.created_at)}</Fact>
      </Facts>
    </PermissionPanel>
  );
}
