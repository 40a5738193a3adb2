import { Button } from '@mantine/core';
import type { Permission } from '@smooth/contract/identity/permissions.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { permissionsQuery, useSetPermissions, type Where } from '../api.ts';
import { PermissionList } from './permission-list.tsx';

interface PermissionPanel {
  where: Where;
  person: { id: string; name: string; can: { permit: boolean } };
  onClose: () => void;
  /** Who it is, above what they may do. */
  children: ReactNode;
}

/** A person beside the list, with all they may do; what they were given beyond their role is changed here. */
export function PermissionPanel({ where, person: { id, name, can }, onClose, children }: PermissionPanel) {
  const { text } = useSpeech('permissions');
  const permissions = useQuery(permissionsQuery(where, id));
  const save = useSetPermissions(where, id);
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const rows = (permissions.data ?? []).map((row) => ({ ...row, is_given: ticks.get(row.action) ?? row.is_given }));
  const isDirty = permissions.data?.some(({ action, is_given }) => (ticks.get(action) ?? is_given) !== is_given);
  const discard = () => {
    setTicks(new Map());
    save.reset();
  };
  const done = () => {
    discard();
    tell(text('saved', { name }));
  };
  const foot = isDirty ? (
    <Buttons>
      <Button loading={save.isPending} onClick={() => save.mutate(givenIn(rows), { onSuccess: done })}>
        {text('save_permissions')}
      </Button>
      <Button variant="default" onClick={discard}>
        {text('discard')}
      </Button>
    </Buttons>
  ) : undefined;
  return (
    <SidePanel title={name} id={id} onClose={onClose} foot={foot}>
      <LeaveGuard isDirty={isDirty === true && !save.isPending} />
      {children}
      <div>
        <h3>{text('permissions')}</h3>
        <p className="caption">{can.permit ? text('permissions_about', { name }) : text('not_changeable', { name })}</p>
      </div>
      {save.error ? <Notice tone="red">{save.error.message}</Notice> : null}
      <Loaded query={permissions} skeleton={<FactsSkeleton facts={12} />}>
        {() => (
          <PermissionList
            rows={rows}
            isOpen={can.permit}
            onTick={(action, ticked) => setTicks(new Map(ticks).set(action, ticked))}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}

const givenIn = (rows: Permission[]) => rows.filter(({ is_given }) => is_given).map(({ action }) => action);
