import type { ReactNode } from 'react';

/** Drawn on a grid of 20; decoration only, words stand beside them. */
const icon = (drawing: ReactNode) =>
  function Icon() {
    return (
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
    );
  };

export const TickIcon = icon(<path d="M4.5 10.5 8.5 14.5 15.5 6" />);
export const LeftIcon = icon(<path d="M12 4.5 6.5 10l5.5 5.5" />);
export const RightIcon = icon(<path d="M8 4.5 13.5 10 8 15.5" />);
export const DownIcon = icon(<path d="M5 7.5 10 12.5 15 7.5" />);
export const ClockIcon = icon(<path d="M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z" />);
export const GlobeIcon = icon(
  <path d="M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM3.2 10h13.6M10 3.2c2.4 2 3.2 4.3 3.2 6.8s-.8 4.8-3.2 6.8c-2.4-2-3.2-4.3-3.2-6.8s.8-4.8 3.2-6.8Z" />,
);
export const CalendarIcon = icon(<path d="M4 5.5h12v11H4zM4 9h12M7.2 3.5v3M12.8 3.5v3" />);
export const PinIcon = icon(
  <path d="M10 17.2s5.3-4.7 5.3-9a5.3 5.3 0 0 0-10.6 0c0 4.3 5.3 9 5.3 9ZM11.7 8.2a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0Z" />,
);
export const CrossIcon = icon(<path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />);
export const InfoIcon = icon(<path d="M10 9.2v4.3M10 6.5v.1M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z" />);
