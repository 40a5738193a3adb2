import { useQuery } from '@tanstack/react-query';

interface Shown {
  destroy(): void;
}
interface Scalar {
  createApiReference(place: Element, configuration: object): Shown;
}

declare global {
  interface Window {
    Scalar?: Scalar;
  }
}

const ADDRESS = '/docs/scalar.js';

/** The viewer of API documents, which this server hands out as it was published. */
export const useScalar = () => useQuery({ queryKey: ['scalar'], queryFn: load, staleTime: Infinity, retry: false });

function load(): Promise<Scalar> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = ADDRESS;
    script.addEventListener('load', () => (window.Scalar ? resolve(window.Scalar) : reject(new Error(ADDRESS))));
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(ADDRESS));
    });
    document.head.append(script);
  });
}
