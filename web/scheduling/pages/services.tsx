import { Button } from '@mantine/core';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import { IconEyeOff, IconHourglass, IconPlus, IconSparkles, IconUsersGroup, IconWorldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { duration } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { resourcesQuery, resourceTypesQuery } from '../api/resources.ts';
import { servicesQuery } from '../api/services.ts';
import { needsWords } from '../service-words.ts';
import classes from './cards.module.css';

/** What can be booked, by category. */
export function ServicesPage() {
  const services = useQuery(servicesQuery);
  return (
    <Page
      title="Services"
      about="What customers book: how long it takes, what it costs and what it needs."
      action={<Add />}
    >
      <Loaded query={services} skeleton={<RowsSkeleton rows={6} />}>
        {(found) =>
          found.length > 0 ? (
            byCategory(found).map(([category, members]) => (
              <section key={category} aria-label={category || 'Services'} className={classes.group}>
                {category ? <h2>{category}</h2> : null}
                <ul className={classes.list}>
                  {members.map((service) => (
                    <ServiceRow key={service.id} service={service} />
                  ))}
                </ul>
              </section>
            ))
          ) : (
            <Empty icon={<IconSparkles />} title="No services yet" action={<Add />}>
              A service is what customers book, such as a haircut of 45 minutes. Add the first one; your booking page
              shows it at once.
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Add() {
  const may = useMay();
  if (!may('service.edit')) return null;
  return (
    <Button component={Link} to="/services/new" leftSection={<IconPlus size="1.3em" />}>
      Add service
    </Button>
  );
}

function ServiceRow({ service }: { service: Service }) {
  const format = useFormat();
  const { data: types = [] } = useQuery(resourceTypesQuery);
  const { data: resources = [] } = useQuery(resourcesQuery);
  return (
    <li className={classes.row} data-quiet={!service.is_active}>
      <span className={classes.strip} style={{ background: service.color }} />
      <span className={classes.main}>
        <Link to="/services/$id" params={{ id: service.id }} className={classes.link}>
          {service.name}
        </Link>
        <span className={classes.sub}>{needsWords(service.requires, types, resources)}</span>
      </span>
      <span className={classes.marks}>
        {service.kind === 'class' ? (
          <Mark tone="blue" icon={IconUsersGroup}>
            {`Class of ${service.capacity}`}
          </Mark>
        ) : null}
        {service.needs_approval ? (
          <Mark tone="amber" icon={IconHourglass}>
            Needs approval
          </Mark>
        ) : null}
        {!service.is_active ? (
          <Mark tone="quiet" icon={IconEyeOff}>
            Not active
          </Mark>
        ) : service.online ? null : (
          <Mark tone="quiet" icon={IconWorldOff}>
            Not online
          </Mark>
        )}
      </span>
      <span className={classes.number}>{duration(service.duration_minutes)}</span>
      <span className={classes.number}>{format.money(service.price.amount_minor, service.price.currency)}</span>
    </li>
  );
}

/** Categories in the order of their first service, those without one first. */
function byCategory(services: Service[]): [string, Service[]][] {
  const ordered = [...services].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  const groups = new Map<string, Service[]>();
  for (const service of ordered) {
    const category = service.category ?? '';
    groups.set(category, [...(groups.get(category) ?? []), service]);
  }
  return [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== ''));
}
