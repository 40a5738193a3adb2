import type { UseFormReturnType } from '@mantine/form';
import type { ServiceForm } from '../service-form.ts';

/** The open form of a service, as its sections share it. */
export type ServiceFormApi = UseFormReturnType<ServiceForm>;
