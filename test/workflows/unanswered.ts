import { runInNewContext } from 'node:vm';
import type { INode } from 'n8n-workflow';
import { settingsOf } from '../../scripts/start/settings';
import { typeOf, type Edge, type Graph } from './graph';

/** A value that the file alone does not tell. */
const UNKNOWN = Symbol('unknown');

/** Marks an item of which all fields are known by name. */
const COMPLETE = Symbol('complete');

type Json = Readonly<Record<string | symbol, unknown>>;

/** What an item without an answer says. */
const NO_ANSWER: Json = { answer: undefined, messageId: undefined };

/** What a Webhook node gives: nothing of the fields that an item of the inbox has. */
const OF_WEBHOOK: Json = { [COMPLETE]: true, body: UNKNOWN, headers: UNKNOWN, query: UNKNOWN, params: UNKNOWN };

interface Place {
	node: INode;
	json: Json;
	/** What the nodes passed so far gave. */
	passed: ReadonlyMap<string, Json>;
}

interface Condition {
	leftValue: unknown;
	operator: { operation: string };
}

/** Reading what is not known ends the calculation, so nothing is taken as false because it is missing. */
function readable(json: Json): object {
	return new Proxy(json, {
		get: (values, key) => {
			const isKnown = key in values ? values[key] !== UNKNOWN : values[COMPLETE] === true;
			if (!isKnown) throw new Error(`${String(key)} is not known`);
			return values[key];
		},
	});
}

/** Follows items that got no answer, through the Set nodes and the conditions that tell them from answered ones. */
export class Unanswered {
	constructor(
		private readonly graph: Graph,
		private readonly start: Edge,
	) {}

	/**
	 * The nodes that such items reach.
	 *
	 * @param mayPass which connections they may take
	 */
	reached(mayPass: (edge: Edge) => boolean): Set<INode> {
		const places: Place[] = [{ node: this.start.to, json: this.first, passed: new Map() }];
		const seen = new Set<string>();
		const reached = new Set<INode>();
		for (const place of places) {
			const key = JSON.stringify([place.node.name, place.json, [...place.passed]]);
			if (seen.has(key)) continue;
			seen.add(key);
			reached.add(place.node);
			const json = this.given(place);
			const passed = new Map([...place.passed, [place.node.name, json]]);
			const next = this.graph.edgesOf(place.node).filter((edge) => mayPass(edge) && this.leads(edge, place));
			places.push(...next.map(({ to }) => ({ node: to, json, passed })));
		}
		return reached;
	}

	private get first(): Json {
		const type = typeOf(this.start.from);
		if (type === 'webhook') return OF_WEBHOOK;
		return type === 'whatsAppBusiness' ? NO_ANSWER : {};
	}

	private value(value: unknown, { json, passed }: Place): unknown {
		if (typeof value !== 'string' || !value.startsWith('=')) return value;
		const code = /^=\{\{(.*)\}\}$/s.exec(value)?.[1];
		if (code === undefined) return UNKNOWN;
		const look = (name: string) => ({
			first: () => ({ json: readable(passed.get(name) ?? {}) }),
			get isExecuted() {
				return isExecuted(name);
			},
		});
		const isExecuted = (name: string): boolean => {
			if (passed.has(name)) return true;
			const node = this.graph.node(name);
			if (node !== undefined && this.graph.after([node]).has(this.start.from)) throw new Error(`${name} may have run before`);
			return false;
		};
		try {
			return runInNewContext(`(${code})`, { $json: readable(json), $: look });
		} catch {
			return UNKNOWN;
		}
	}

	private given(place: Place): Json {
		const { node, json } = place;
		const fields = Object.fromEntries(settingsOf(node).map(({ name, value }) => [name, this.value(value, place)]));
		if (typeOf(node) === 'set') return node.parameters.includeOtherFields === true ? { ...json, ...fields } : fields;
		if (['if', 'filter', 'switch'].includes(typeOf(node))) return json;
		const { columns } = node.parameters as { columns?: { value?: Json } };
		return Object.fromEntries(Object.entries(columns?.value ?? {}).map(([name, value]) => [name, this.value(value, place)]));
	}

	private isMet(conditions: readonly Condition[], place: Place): boolean | undefined {
		const [condition, another] = conditions;
		if (condition === undefined || another !== undefined || condition.operator.operation !== 'true') return undefined;
		const value = this.value(condition.leftValue, place);
		return value === UNKNOWN ? undefined : Boolean(value);
	}

	/** Whether items can take the connection; what cannot be calculated can be either way. */
	private leads({ output }: Edge, place: Place): boolean {
		const { conditions, rules } = place.node.parameters as {
			conditions?: { conditions: Condition[] };
			rules?: { values?: Array<{ conditions: { conditions: Condition[] } }> };
		};
		const position = Number(output);
		const met = (rules?.values ?? []).map((rule) => this.isMet(rule.conditions.conditions, place));
		const { allMatchingOutputs } = (place.node.parameters.options ?? {}) as { allMatchingOutputs?: boolean };
		if (typeOf(place.node) === 'switch' && allMatchingOutputs === true) return met[position] !== false;
		if (typeOf(place.node) === 'switch') return met[position] !== false && !met.slice(0, position).includes(true);
		if (!['if', 'filter'].includes(typeOf(place.node))) return true;
		return this.isMet(conditions?.conditions ?? [], place) !== (position !== 0);
	}
}
