import { Button } from '@mantine/core';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import {
  IconEyeOff,
  IconGripVertical,
  IconHourglass,
  IconPlus,
  IconSparkles,
  IconUsersGroup,
  IconWorldOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useResourceTypes } from '../use-types.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { servicesQuery, useOrderServices } from '../api/services.ts';
import { byCategory, reordered } from '../service-order.ts';
import { needsWords } from '../service-words.ts';
import { useReorder } from '../use-reorder.ts';
import classes from './cards.module.css';

/** What can be booked, by category. */
export function ServicesPage() {
  const { text } = useSpeech('scheduling');
  const services = useQuery(servicesQuery);
  return (
    <Page title={text('services')} about={text('services_about')} action={<Add />}>
      <Loaded query={services} skeleton={<RowsSkeleton rows={6} />}>
        {(found) =>
          found.length > 0 ? (
            byCategory(found).map(([category, members]) => (
              <Category key={category} name={category} members={members} all={found} />
            ))
          ) : (
            <Empty icon={<IconSparkles />} title={text('services_none')} action={<Add />}>
              {text('services_none_text')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Add() {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  if (!may('service.edit')) return null;
  return (
    <Button component={Link} to="/services/new" leftSection={<IconPlus size="1.3em" />}>
      {text('add_service')}
    </Button>
  );
}

function Category({ name, members, all }: { name: string; members: Service[]; all: Service[] }) {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  const order = useOrderServices();
  const ids = members.map(({ id }) => id);
  const save = (next: string[]) => order.mutate({ before: all, after: reordered(all, next) }, { onError: tellRefusal });
  const { list, order: shown, heldId, gripOf } = useReorder(ids, save);
  const mayOrder = may('service.edit');
  return (
    <section aria-label={name || text('services')} className={classes.group}>
      {name ? <h2>{name}</h2> : null}
      <ul ref={list} className={classes.list}>
        {shown.flatMap((id, index) => {
          const service = members.find((member) => member.id === id);
          if (!service) return [];
          const label = text('move_place', { name: service.name, place: index + 1, total: shown.length });
          return (
            <ServiceRow key={id} service={service} isHeld={id === heldId}>
              {mayOrder && members.length > 1 ? <Grip label={label} {...gripOf(id)} /> : null}
              {mayOrder && members.length === 1 ? <span className={classes.gripRoom} /> : null}
            </ServiceRow>
          );
        })}
      </ul>
    </section>
  );
}

function Grip({ label, ...grip }: { label: string } & React.ComponentProps<'button'>) {
  const { text } = useSpeech('scheduling');
  return (
    <button type="button" className={classes.grip} aria-label={label} title={text('drag_or_keys')} {...grip}>
      <IconGripVertical aria-hidden />
    </button>
  );
}

interface ServiceRow {
  service: Service;
  isHeld: boolean;
  children: ReactNode;
}

function ServiceRow({ service, isHeld, children }: ServiceRow) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const types = useResourceTypes();
  const { data: resources = [] } = useQuery(resourcesQuery);
  return (
    <li className={classes.row} data-id={service.id} data-quiet={!service.is_active} data-open={isHeld}>
      <span className={classes.strip} style={{ background: service.color }} />
      <span className={classes.main}>
        <Link to="/services/$id" params={{ id: service.id }} className={classes.link}>
          {service.name}
        </Link>
        <span className={classes.sub}>
          {needsWords(service.requires, { types, resources, speech, locale: format.locale })}
        </span>
      </span>
      <span className={classes.marks}>
        {service.kind === 'class' ? (
          <Mark tone="blue" icon={IconUsersGroup}>
            {text('class_of', { seats: service.capacity })}
          </Mark>
        ) : null}
        {service.needs_approval ? (
          <Mark tone="amber" icon={IconHourglass}>
            {text('needs_approval')}
          </Mark>
        ) : null}
        {!service.is_active ? (
          <Mark tone="quiet" icon={IconEyeOff}>
            {text('not_active')}
          </Mark>
        ) : service.online ? null : (
          <Mark tone="quiet" icon={IconWorldOff}>
            {text('not_online')}
          </Mark>
        )}
      </span>
      <span className={classes.number}>{format.duration(service.duration_minutes)}</span>
      <span className={classes.number}>{format.money(service.price.amount_minor, service.price.currency)}</span>
      {children}
    </li>
  );
}
