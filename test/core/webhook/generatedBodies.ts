import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');

const FIELDS = ['messages', 'user_preferences', 'account_update', 'message_template_status_update', 'flows', 'calls', 'history', 'smb_message_echoes', 'smb_app_state_sync', 'group_status_update', 'automatic_events', 'standby', 'user_id_update', 'some_future_field'];

const anything = fc.jsonValue({ maxDepth: 4 });
const words = fc.constantFrom('text', 'image', 'interactive', 'button', 'system', 'edit', 'order', 'contacts', 'nfm_reply', 'button_reply', 'unknown_type', '__proto__', 'constructor', 'toString');
const names = fc.constantFrom('from', 'id', 'timestamp', 'type', 'text', 'image', 'interactive', 'button', 'system', 'edit', 'order', 'contacts', 'context', 'referral', 'errors', 'message', 'nfm_reply', 'button_reply', 'statuses', 'messages', 'message_echoes', 'user_preferences', 'calls', 'groups', 'history', 'threads', 'state_sync', 'automatic_events', 'user_id_update', 'metadata', 'pricing', 'conversation', 'biz_opaque_callback_data', 'product_items', 'phones', 'value', 'body', 'event', 'alert_info');

const { anyTree } = fc.letrec<{ anyTree: unknown; list: unknown; node: unknown }>((tie) => ({
	anyTree: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, anything, words, tie('list'), tie('node')),
	list: fc.array(tie('anyTree'), { maxLength: 4 }),
	node: fc.dictionary(names, tie('anyTree'), { maxKeys: 6 }),
}));

/** Values of every kind, whose members have the names that Meta uses, in places where Meta does not. */
export const trees = anyTree;

const change = fc.record({ field: fc.oneof(fc.constantFrom(...FIELDS), anything), value: trees }, { requiredKeys: [] });
const entry = fc.record(
	{ id: anything, time: anything, changes: fc.oneof(fc.array(change, { maxLength: 3 }), change, anything) },
	{ requiredKeys: [] },
);
const madeUp = fc.oneof(
	fc.record({ object: anything, entry: fc.oneof(fc.array(entry, { maxLength: 3 }), entry, anything) }, { requiredKeys: [] }),
	anything,
);

/** A copy as it comes out of `JSON.parse`: without -0, for one. */
function asParsed(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

/** Bodies that have Meta's frame at most, as they come out of `JSON.parse`. */
export const madeUpBodies = madeUp.map(asParsed);

const texts = readdirSync(SHAPES).map((file) => readFileSync(join(SHAPES, file), 'utf8'));

function isBranch(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** Puts the value somewhere into the body: each step chooses a member to go on in. Undefined takes the member away. */
function spoil(body: unknown, { steps, value }: { steps: number[]; value: unknown }): void {
	let branch = body;
	for (const [place, step] of steps.entries()) {
		if (!isBranch(branch)) return;
		const keys = Object.keys(branch);
		const key = keys[step % Math.max(keys.length, 1)];
		if (key === undefined) return;
		if (place < steps.length - 1 && isBranch(branch[key])) {
			branch = branch[key];
			continue;
		}
		if (value !== undefined) branch[key] = asParsed(value);
		else if (Array.isArray(branch)) branch.splice(Number(key), 1);
		else delete branch[key];
		return;
	}
}

const wound = fc.record({
	steps: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 12 }),
	value: fc.oneof(fc.constantFrom(null, '', 0, [], {}, undefined, 1e21, 'NaN', -1), words, anything),
});

/** Meta's bodies with one or two places made something else or taken away. */
export const spoiledBodies = fc
	.record({ shape: fc.nat({ max: texts.length - 1 }), wounds: fc.array(wound, { minLength: 1, maxLength: 2 }) })
	.map(({ shape, wounds }): unknown => {
		const body: unknown = JSON.parse(texts[shape] ?? '{}');
		for (const each of wounds) spoil(body, each);
		return body;
	});
