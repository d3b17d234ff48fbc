import { readFreeText } from './freeText/read';
import { statusKey, type Milestone } from './milestone';
import { DETECTED, SERVICES, type Service, type ServiceChoice } from './services';
import type { Meaning, StatusTable } from './tables/table';

/** What a carrier or shop said about a shipment. */
export interface StatusReport {
	service: ServiceChoice;
	/** The service's status: its name or number. */
	status: string;
	/** The finer status, for services that have one. */
	subStatus: string;
	/** The carrier's own words; read only when the statuses say nothing. */
	text: string;
	/** What WooCommerce's `completed` means in this shop; unknown when left out. */
	completed?: 'shipped' | 'delivered';
}

/** What was understood. */
export type Reading =
	| { kind: 'milestone'; milestone: Milestone; matchedBy: 'status' | 'subStatus' | 'text'; service: Service | 'text' }
	/** The status is known and tells nothing about the parcel. */
	| { kind: 'noNews'; reason: string; service: Service }
	| { kind: 'unknown'; reason: string };

function entryOf(table: Readonly<Record<string, Meaning>>, value: string): Meaning | undefined {
	const key = statusKey(value);
	return key !== '' && Object.hasOwn(table, key) ? table[key] : undefined;
}

function withoutPrefix(value: string): string {
	return value.trim().replace(/^wc-/i, '');
}

/** What one service's table says, or undefined when it does not know the status. */
function readTable(service: Service, report: StatusReport): Reading | undefined {
	const table: StatusTable = SERVICES[service];
	const { name } = table;
	const status = service === 'wooCommerce' ? withoutPrefix(report.status) : report.status;
	const ambiguous = table.ambiguous?.[statusKey(status)];
	if (service === 'wooCommerce' && statusKey(status) === 'completed' && report.completed !== undefined) {
		return { kind: 'milestone', milestone: report.completed, matchedBy: 'status', service };
	}
	const main = entryOf(table.status, status);
	const sub = entryOf(table.subStatus, report.subStatus);
	if (sub === 'delivered' && main !== undefined && main !== 'delivered' && main !== 'available_for_pickup') {
		return { kind: 'unknown', reason: `${name}'s status "${report.status}" and sub-status "${report.subStatus}" contradict each other` };
	}
	const meaning = sub === undefined ? main : sub;
	if (meaning === undefined && ambiguous !== undefined) return { kind: 'unknown', reason: `${name}'s "${report.status}" ${ambiguous}` };
	if (meaning === undefined) return undefined;
	const matchedBy = sub === undefined ? 'status' : 'subStatus';
	if (meaning === null) {
		const said = matchedBy === 'status' ? report.status : report.subStatus;
		return { kind: 'noNews', reason: `${name}'s "${said}" tells nothing that a customer should hear`, service };
	}
	return { kind: 'milestone', milestone: meaning, matchedBy, service };
}

/** Two letters or a bare number mean something in one service only. */
function isCode(value: string): boolean {
	return /^(?:\d+|[a-z]{2})$/i.test(value.trim());
}

/** Asks the services whose words are about parcels; their answers must agree. A `noNews` gives way to a milestone. */
function detect(report: StatusReport): Reading | undefined {
	if (report.status.trim() !== '' && isCode(report.status)) {
		return { kind: 'unknown', reason: `"${report.status}" means something in one service only; choose the service` };
	}
	const readings = DETECTED.flatMap((service) => readTable(service, report) ?? []);
	const told = readings.filter((reading) => reading.kind === 'milestone');
	const milestones = new Set(told.map(({ milestone }) => milestone));
	if (milestones.size > 1) {
		const meanings = told.map(({ service, milestone }) => `${milestone} (${service === 'text' ? service : SERVICES[service].name})`);
		return { kind: 'unknown', reason: `"${report.status}" means ${[...new Set(meanings)].join(', ')}; choose the service` };
	}
	return told[0] ?? readings[0];
}

function readText(report: StatusReport): Reading {
	const said = [report.status, report.subStatus, report.text].filter((part) => part.trim() !== '' && !/^\d+$/.test(part.trim()));
	const milestones = new Set(said.flatMap((part) => readFreeText(part) ?? []));
	const [milestone] = milestones;
	if (milestone !== undefined && milestones.size === 1) return { kind: 'milestone', milestone, matchedBy: 'text', service: 'text' };
	if (milestones.size > 1) return { kind: 'unknown', reason: `the texts contradict each other: ${[...milestones].join(', ')}` };
	const shown = said.map((part) => `"${part.trim().slice(0, 120)}"`).join(', ');
	return { kind: 'unknown', reason: shown === '' ? 'there is no status and no text' : `${shown} is not understood` };
}

/**
 * The milestone that a status comes to. A service's own table decides; only a status that the table does not have is read as
 * free text, because what a carrier writes beside a known status may be about another leg (`RTO`, remark "out for delivery").
 */
export function readMilestone(report: StatusReport): Reading {
	if (report.service === 'text') return readText(report);
	const known = report.service === 'detect' ? detect(report) : readTable(report.service, report);
	return known ?? readText(report);
}
