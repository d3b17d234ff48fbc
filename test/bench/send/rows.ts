import type { Settings } from '../../../sandbox/src';
import type { World } from '../host/world';
import { type Contender, documentContenders, templateContenders, textContenders } from './contenders';
import type { Load } from './workflow';

const MEGABYTE = 1024 * 1024;

/** Facts of a person as the workflow gets them. */
export interface Person {
	to: string;
	[fact: string]: string;
}

/** One row of the bench: what is sent, to how many, and what the sandbox is like meanwhile. */
export interface Row {
	id: string;
	people: number;
	/** People of the run before, which loads code and is not counted. */
	warmUp: number;
	load: Load;
	settings: Partial<Settings>;
	person(index: number, world: World): Person;
	contenders(phoneNumberId: string): { ours: Contender; peer: Contender };
}

/** Numbers that are nobody's: North America reserves 555-0100 to 555-0199 in every area (here 1,000 of them). */
function phoneOf(index: number): string {
	const area = 201 + Math.floor(index / 100);
	return `+1${area}55501${String(index % 100).padStart(2, '0')}`;
}

const textTo = (index: number): Person => ({ to: phoneOf(index), text: `Hello ${index}, your order is on its way.` });

function documentTo(number: number, bytes: number) {
	return (index: number, { helper }: World): Person => ({
		to: phoneOf(index),
		url: `${helper.url}/document?number=${number < 0 ? index : number}&bytes=${bytes}`,
	});
}

const UNLIMITED = { latencyMs: 0, throughputPerSecond: null };

export const ROWS: readonly Row[] = [
	{
		id: 'paced-1000',
		people: 1000,
		warmUp: 20,
		load: 'people',
		settings: { latencyMs: 100, throughputPerSecond: 80 },
		person: textTo,
		contenders: (phoneNumberId) => textContenders(phoneNumberId, {}),
	},
	{
		id: 'text-1000',
		people: 1000,
		warmUp: 100,
		load: 'people',
		settings: UNLIMITED,
		person: textTo,
		contenders: (phoneNumberId) => textContenders(phoneNumberId),
	},
	{
		id: 'template-1000',
		people: 1000,
		warmUp: 100,
		load: 'people',
		settings: UNLIMITED,
		person: (index) => ({ to: phoneOf(index), name: `Ana ${index}`, order: String(1000 + index), day: '4 May' }),
		contenders: templateContenders,
	},
	{
		id: 'documents-30x16MB',
		people: 30,
		warmUp: 1,
		load: 'files',
		settings: UNLIMITED,
		person: documentTo(-1, 16 * MEGABYTE),
		contenders: documentContenders,
	},
	{
		id: 'document-x1000',
		people: 1000,
		warmUp: 5,
		load: 'oneFile',
		settings: UNLIMITED,
		person: documentTo(0, MEGABYTE / 4),
		contenders: documentContenders,
	},
];
