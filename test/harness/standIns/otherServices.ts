import { hubspot } from './hubspot';
import { type MailServer, startMailServer } from './mailServer';
import { openAi } from './openAi';
import type { ServiceCredential, ServiceRequest } from './service';
import { shopify } from './shopify';
import { slack } from './slack';
import { type StandIns, startStandIns } from './startStandIns';
import { wooCommerce } from './wooCommerce';
import { zendesk } from './zendesk';

/** A stand-in for each service that the journeys use. Another one is added here. */
function standInServices() {
	return { hubspot: hubspot(), openAi: openAi(), shopify: shopify(), slack: slack(), wooCommerce: wooCommerce(), zendesk: zendesk() };
}

export type StandInServices = ReturnType<typeof standInServices>;

/** All other services, and the mail server. */
export interface OtherServices {
	services: StandInServices;
	mail: MailServer;
	standIns: StandIns;
	/** What n8n's nodes log in with. */
	credentials: ServiceCredential[];
	close(): Promise<void>;
}

/**
 * Starts the stand-ins for all services but WhatsApp.
 *
 * @param options folder: where the certificate is kept; onRequest: told of each request, before it is answered
 */
export async function startOtherServices(options: { folder: string; onRequest?: (request: ServiceRequest) => void }): Promise<OtherServices> {
	const services = standInServices();
	const standIns = await startStandIns({ ...options, services: Object.values(services) });
	const mail = await startMailServer();
	return {
		services,
		mail,
		standIns,
		credentials: [...Object.values(services), mail].map(({ credential }) => credential),
		async close() {
			await Promise.all([mail.close(), standIns.close()]);
		},
	};
}
