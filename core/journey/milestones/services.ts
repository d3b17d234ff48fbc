import { aftership } from './tables/aftership';
import { clickpost } from './tables/clickpost';
import { easypost } from './tables/easypost';
import { shippo } from './tables/shippo';
import { shiprocket } from './tables/shiprocket';
import { shipstation } from './tables/shipstation';
import { shopify } from './tables/shopify';
import type { StatusTable } from './tables/table';
import { wooCommerce } from './tables/wooCommerce';

/** The services whose statuses are known, by the value that a workflow stores. */
export const SERVICES = { aftership, clickpost, easypost, shippo, shiprocket, shipstation, shopify, wooCommerce } as const satisfies Record<
	string,
	StatusTable
>;

export type Service = keyof typeof SERVICES;

/** The service to choose when it is not known, or for another carrier's own words. */
export const SERVICE_CHOICES = [...(Object.keys(SERVICES) as Service[]), 'detect', 'text'] as const;

export type ServiceChoice = (typeof SERVICE_CHOICES)[number];

/**
 * The services asked when the choice is left to us: those whose words are about parcels. The shops' words (`pending`,
 * `success`, `completed`) mean other things elsewhere.
 */
export const DETECTED: readonly Service[] = ['aftership', 'easypost', 'shippo', 'shiprocket', 'shipstation', 'clickpost'];
