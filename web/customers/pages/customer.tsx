import { Button, Menu } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { IconBan, IconCalendarPlus, IconDots, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { CustomerAppointments } from '../../scheduling/components/customer-appointments.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { customerQuery, useChangeCustomer } from '../api.ts';
import { useExportPerson } from '../api-person.ts';
import { CustomerEditor } from '../components/customer-editor.tsx';
import { DeleteCustomer } from '../components/delete-customer.tsx';
import { EraseCustomer } from '../components/erase-customer.tsx';
import { LikelySame } from '../components/likely-same.tsx';
import { MergeWith } from '../components/merge-with.tsx';
import { Tags } from '../components/tags.tsx';

/** One person: contacts, notes, and every appointment. */
export function CustomerPanel() {
  const { text } = useSpeech('customers');
  const { id } = useParams({ from: '/shell/customers/$id' });
  const search = useSearch({ from: '/shell/customers' });
  const navigate = useNavigate();
  const customer = useQuery(customerQuery(id));
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => void navigate({ to: '/customers', search });
  const isEditing = editing === id;
  const open = (kept: Customer) => void navigate({ to: '/customers/$id', params: { id: kept.id }, search });
  return (
    <SidePanel
      title={customer.data?.name ?? text('customer')}
      id={id}
      onClose={isEditing ? () => setEditing(null) : close}
    >
      <Loaded query={customer} skeleton={<FactsSkeleton />}>
        {(found) =>
          isEditing ? (
            <CustomerEditor key={id} customer={found} onDone={() => setEditing(null)} />
          ) : (
            <>
              <Actions customer={found} onEdit={() => setEditing(id)} onGone={close} onMerged={open} />
              {found.can.merge ? <LikelySame customer={found} onMerged={open} /> : null}
              <CustomerFacts customer={found} />
              <CustomerAppointments customerId={id} />
            </>
          )
        }
      </Loaded>
    </SidePanel>
  );
}

interface Actions {
  customer: Customer;
  onEdit: () => void;
  onGone: () => void;
  onMerged: (kept: Customer) => void;
}

function Actions({ customer, onEdit, onGone, onMerged }: Actions) {
  const { text } = useSpeech('customers');
  const may = useMay();
  const [open, setOpen] = useState<'delete' | 'merge' | 'erase' | null>(null);
  return (
    <Buttons>
      {may('appointment.create') ? (
        <Button
          component={Link}
          to="/appointments/new"
          search={{ for: customer.id } as never}
          size="xs"
          leftSection={<IconCalendarPlus size="1.3em" />}
        >
          {text('book_appointment')}
        </Button>
      ) : null}
      {customer.can.edit ? (
        <Button size="xs" variant="default" leftSection={<IconPencil size="1.3em" />} onClick={onEdit}>
          {text('edit')}
        </Button>
      ) : null}
      <More customer={customer} onChoose={setOpen} />
      {open === 'delete' ? <DeleteCustomer customer={customer} onClose={() => setOpen(null)} onGone={onGone} /> : null}
      {open === 'erase' ? <EraseCustomer customer={customer} onClose={() => setOpen(null)} onGone={onGone} /> : null}
      {open === 'merge' ? <MergeWith customer={customer} onClose={() => setOpen(null)} onMerged={onMerged} /> : null}
    </Buttons>
  );
}

interface More {
  customer: Customer;
  onChoose: (what: 'delete' | 'merge' | 'erase') => void;
}

function More({ customer, onChoose }: More) {
  const { text } = useSpeech('customers');
  const { can, is_blocked } = customer;
  const change = useChangeCustomer(customer.id);
  const file = useExportPerson(customer.id);
  if (!Object.values({ ...can, edit: false }).includes(true)) return null;
  const block = (is_blocked: boolean) =>
    change.mutate(
      { revision: customer.revision, is_blocked },
      {
        onSuccess: ({ name }) => tell(text(is_blocked ? 'now_blocked' : 'now_allowed', { name })),
        onError: tellRefusal,
      },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" aria-label={text('more')} loading={file.isPending}>
          <IconDots size="1.3em" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {can.block ? (
          <Menu.Item onClick={() => block(!is_blocked)}>{text(is_blocked ? 'allow_online' : 'block_online')}</Menu.Item>
        ) : null}
        {can.merge ? <Menu.Item onClick={() => onChoose('merge')}>{text('merge_with')}</Menu.Item> : null}
        {can.export ? (
          <Menu.Item onClick={() => file.mutate(undefined, { onError: tellRefusal })}>{text('export_one')}</Menu.Item>
        ) : null}
        {can.delete ? <Menu.Item onClick={() => onChoose('delete')}>{text('delete')}</Menu.Item> : null}
        {can.erase ? (
          <Menu.Item color="red" onClick={() => onChoose('erase')}>
            {text('erase')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const format = useFormat();
  const speech = useSpeech('customers');
  const { text } = speech;
  return (
    <Facts>
      {customer.is_blocked ? (
        <Fact name={text('state')}>
          <Mark tone="red" icon={IconBan}>
            {text('blocked_online')}
          </Mark>
        </Fact>
      ) : null}
      <Fact name={text('email')}>
        {customer.email ? <a href={`mailto:${customer.email}`}>{customer.email}</a> : null}
      </Fact>
      <Fact name={text('phone')}>{customer.phone ? <a href={`tel:${customer.phone}`}>{customer.phone}</a> : null}</Fact>
      <Fact name={text('time_zone')}>{customer.time_zone?.replaceAll('_', ' ')}</Fact>
      <Fact name={text('tags')}>{customer.tags.length > 0 ? <Tags tags={customer.tags} /> : null}</Fact>
      <Fact name={text('visits')}>{visits(customer, speech)}</Fact>
      <Fact name={text('notes')}>{customer.notes}</Fact>
      <Fact name={text('since')}>{format.date(customer.created_at)}</Fact>
    </Facts>
  );
}

function visits({ appointment_count, no_show_count }: Customer, { count }: SpeechOf<'customers'>): string {
  const appointments = count('appointment_count', appointment_count);
  return no_show_count === 0 ? appointments : count('missed', no_show_count, { appointments });
}
