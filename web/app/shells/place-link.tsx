import type { TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

export interface Place {
  /** Inside the app … */
  to?: string;
  /** … or outside of it. */
  href?: string;
  label: string;
  icon: TablerIcon;
  exact?: boolean;
}

export function PlaceLink({ place, ...rest }: { place: Place; className?: string | undefined; onClick?: () => void }) {
  const content = (
    <>
      <place.icon aria-hidden stroke={1.7} />
      <span>{place.label}</span>
    </>
  );
  if (!place.to) {
    return (
      <a href={place.href} target="_blank" rel="noreferrer" {...rest}>
        {content}
      </a>
    );
  }
  return (
    <Link to={place.to} activeOptions={{ exact: place.exact ?? false, includeSearch: false }} {...rest}>
      {content}
    </Link>
  );
}
