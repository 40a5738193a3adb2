import { Button } from '@mantine/core';
import type { Location } from '@smooth/contract/scheduling/locations.ts';
import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { IconBuildingStore, IconClock, IconEyeOff, IconMapPin, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { useResourceTypes } from '../use-types.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { locationsQuery, resourcesQuery } from '../api/resources.ts';
import { weekMinutes } from '../week.ts';
import classes from './cards.module.css';

/** Who and what can be booked, by type, and the places with their hours. */
export function ResourcesPage() {
  const { text } = useSpeech('scheduling');
  const resources = useQuery(resourcesQuery);
  const types = useResourceTypes();
  const { data: locations = [] } = useQuery(locationsQuery);
  return (
    <Page title={text('resources')} about={text('resources_about')} action={<Add />}>
      <Loaded query={resources} skeleton={<RowsSkeleton rows={7} />}>
        {(found) =>
          found.length > 0 ? (
            byType(found, types).map(([type, members]) => (
              <section key={type} aria-label={type} className={classes.group}>
                <h2>{type}</h2>
                <ul className={classes.list}>
                  {members.map((resource) => (
                    <ResourceRow key={resource.id} resource={resource} locations={locations} />
                  ))}
                </ul>
              </section>
            ))
          ) : (
            <Empty icon={<IconBuildingStore />} title={text('resources_none')} action={<Add />}>
              {text('resources_none_text')}
            </Empty>
          )
        }
      </Loaded>
      {locations.length > 0 ? <Locations locations={locations} /> : null}
    </Page>
  );
}

function Add() {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  if (!may('resource.edit')) return null;
  return (
    <Button component={Link} to="/resources/new" leftSection={<IconPlus size="1.3em" />}>
      {text('add_resource')}
    </Button>
  );
}

function ResourceRow({ resource, locations }: { resource: Resource; locations: Location[] }) {
  const { text } = useSpeech('scheduling');
  const { hours } = useFormat();
  const place = locations.find(({ id }) => id === resource.location_id);
  const own = resource.weekly_hours.length > 0;
  const minutes =
    weekMinutes(own ? resource.weekly_hours : (place?.weekly_hours ?? [])) - weekMinutes(resource.weekly_breaks);
  return (
    <li className={classes.row} data-quiet={!resource.is_active}>
      <span className={classes.strip} style={{ background: resource.color }} />
      <span className={classes.main}>
        <Link to="/resources/$id" params={{ id: resource.id }} className={classes.link}>
          {resource.name}
        </Link>
        <span className={classes.sub}>
          {text(own ? 'own_hours_week' : 'location_hours_week', { hours: hours(Math.max(0, minutes)) })}
        </span>
      </span>
      <span className={classes.marks}>
        {resource.is_active ? null : (
          <Mark tone="quiet" icon={IconEyeOff}>
            {text('not_active')}
          </Mark>
        )}
      </span>
      <span className={classes.number}>
        {resource.capacity > 1 ? text('at_once', { count: resource.capacity }) : ''}
      </span>
      <span className={classes.number}>{locations.length > 1 ? place?.name : ''}</span>
    </li>
  );
}

function Locations({ locations }: { locations: Location[] }) {
  const { text } = useSpeech('scheduling');
  return (
    <section aria-label={text('locations')} className={classes.group}>
      <h2>{text(locations.length === 1 ? 'location' : 'locations')}</h2>
      <ul className={classes.list}>
        {locations.map((location) => (
          <li key={location.id} className={classes.row}>
            <IconMapPin size="1.3em" aria-hidden />
            <span className={classes.main}>
              <Link to="/locations/$id" params={{ id: location.id }} className={classes.link}>
                {location.name}
              </Link>
              <span className={classes.sub}>{location.address ?? location.time_zone.replaceAll('_', ' ')}</span>
            </span>
            <span className={classes.marks}>
              <Mark tone="quiet" icon={IconClock}>
                {text('opening_hours')}
              </Mark>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People first, then rooms and equipment, then the types of the business. */
function byType(resources: Resource[], types: ResourceType[]): [string, Resource[]][] {
  const nameOf = (key: string) => types.find((type) => type.key === key)?.name ?? key;
  const order = [
    ...new Set(['staff', 'room', 'equipment', ...types.map(({ key }) => key), ...resources.map(({ type }) => type)]),
  ];
  return order
    .map((key): [string, Resource[]] => [nameOf(key), resources.filter(({ type }) => type === key)])
    .filter(([, members]) => members.length > 0);
}
