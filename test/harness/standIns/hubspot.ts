import { demand, membersOf, type Service, type ServiceAnswer, type ServiceRequest } from './service';

const TOKEN = 'pat-stand-in';

const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT', undefined];
const SOURCES = ['CHAT', 'EMAIL', 'FORM', 'PHONE', undefined];

/** HubSpot's own types of associations. */
const TICKET_TO_CONTACT = 16;
const NOTE_TO_TICKET = 228;
const NOTE_TO_CONTACT = 202;

const FIRST_TICKET = 7001;
const FIRST_CONTACT = 3001;

/** A ticket, with what belongs to it. */
export interface HubSpotTicket {
	id: number;
	properties: Record<string, unknown>;
	contacts: string[];
	notes: string[];
}

/** HubSpot's CRM, as far as the journeys go: contacts are found by their phone, contacts, tickets and notes are made. */
export interface HubSpot extends Service {
	/** IDs of contacts by phone. */
	contacts: Map<string, string>;
	tickets: HubSpotTicket[];
	/** Properties of the contacts that were made, by ID. */
	made: Map<string, Record<string, unknown>>;
	/** Notes of contacts, by ID. */
	contactNotes: Map<string, string[]>;
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function search({ contacts }: HubSpot, body: unknown): ServiceAnswer {
	const [group] = listOf(membersOf(body).filterGroups);
	const [filter] = listOf(membersOf(group).filters);
	const { propertyName, operator, value } = membersOf(filter);
	demand(propertyName === 'phone' && operator === 'EQ', 'a filter needs propertyName and operator');
	const id = contacts.get(String(value));
	return { body: { total: id === undefined ? 0 : 1, results: id === undefined ? [] : [{ id, properties: { phone: value } }] } };
}

function makeContact({ contacts, made }: HubSpot, body: unknown): ServiceAnswer {
	const { properties } = membersOf(body);
	const { phone, ...others } = membersOf(properties);
	demand(typeof phone === 'string', 'the contact has no phone');
	demand(Object.values(others).every((value) => typeof value === 'string'), 'a property is no text');
	const id = String(FIRST_CONTACT + made.size);
	contacts.set(phone, id);
	made.set(id, { phone, ...others });
	return { status: 201, body: { id, properties: { phone, ...others } } };
}

function makeTicket({ tickets }: HubSpot, body: unknown): ServiceAnswer {
	const properties = Object.fromEntries(listOf(body).map((each) => [String(membersOf(each).name), membersOf(each).value]));
	for (const name of ['hs_pipeline', 'hs_pipeline_stage', 'subject']) demand(Boolean(properties[name]), `${name} is required`);
	const { hs_ticket_priority: priority, source_type: source } = properties;
	demand(PRIORITIES.includes(priority as string | undefined), `priority ${String(priority)} is not HubSpot's`);
	demand(SOURCES.includes(source as string | undefined), `source ${String(source)} is not HubSpot's`);
	const id = FIRST_TICKET + tickets.length;
	tickets.push({ id, properties, contacts: [], notes: [] });
	return { body: { objectType: 'TICKET', portalId: 1, objectId: id, properties: {} } };
}

function ticketOf({ tickets }: HubSpot, id: unknown): HubSpotTicket {
	const ticket = tickets.find((each) => String(each.id) === String(id));
	demand(ticket !== undefined, `no ticket ${String(id)}`);
	return ticket;
}

function associate(hubspot: HubSpot, body: unknown): ServiceAnswer {
	for (const each of listOf(body)) {
		const { fromObjectId, toObjectId, category, definitionId } = membersOf(each);
		demand(category === 'HUBSPOT_DEFINED' && definitionId === TICKET_TO_CONTACT, `association ${String(definitionId)} is not of tickets with contacts`);
		demand([...hubspot.contacts.values()].includes(String(toObjectId)), `no contact ${String(toObjectId)}`);
		ticketOf(hubspot, fromObjectId).contacts.push(String(toObjectId));
	}
	return { body: {} };
}

function notesOf({ contacts, contactNotes }: HubSpot, id: string): string[] {
	demand([...contacts.values()].includes(id), `no contact ${id}`);
	const notes = contactNotes.get(id) ?? [];
	contactNotes.set(id, notes);
	return notes;
}

function makeNote(hubspot: HubSpot, body: unknown): ServiceAnswer {
	const { properties, associations } = membersOf(body);
	const { hs_timestamp: time, hs_note_body: text } = membersOf(properties);
	demand(!Number.isNaN(Date.parse(String(time))), 'hs_timestamp is required');
	demand(typeof text === 'string' && text !== '', 'hs_note_body is empty');
	const [association] = listOf(associations);
	const [type] = listOf(membersOf(association).types);
	const { associationCategory, associationTypeId } = membersOf(type);
	demand(associationCategory === 'HUBSPOT_DEFINED', 'the note belongs to nothing');
	const { id } = membersOf(membersOf(association).to);
	const notes = associationTypeId === NOTE_TO_CONTACT ? notesOf(hubspot, String(id)) : undefined;
	demand(notes !== undefined || associationTypeId === NOTE_TO_TICKET, 'the note belongs neither to a ticket nor to a contact');
	const kept = notes ?? ticketOf(hubspot, id).notes;
	kept.push(text);
	return { status: 201, body: { id: `9${String(id)}${kept.length}`, properties: { hs_note_body: text } } };
}

const CALLS: Record<string, (hubspot: HubSpot, body: unknown) => ServiceAnswer> = {
	'POST /crm/v3/objects/contacts/search': search,
	'POST /crm/v3/objects/contacts': makeContact,
	'POST /crm-objects/v1/objects/tickets': makeTicket,
	'PUT /crm-associations/v1/associations/create-batch': associate,
	'POST /crm/v3/objects/notes': makeNote,
};

/** Starts with no contact and no ticket. */
export function hubspot(): HubSpot {
	const service: HubSpot = {
		contacts: new Map(),
		tickets: [],
		made: new Map(),
		contactNotes: new Map(),
		hosts: ['api.hubapi.com'],
		credential: { type: 'hubspotAppToken', name: 'HubSpot', data: { appToken: TOKEN } },
		answer({ method, path, headers, body }: ServiceRequest) {
			demand(headers.authorization === `Bearer ${TOKEN}`, 'wrong service key');
			const call = CALLS[`${method} ${path.split('?')[0] ?? ''}`];
			demand(call !== undefined, `no such call: ${method} ${path}`);
			return call(service, body);
		},
	};
	return service;
}
