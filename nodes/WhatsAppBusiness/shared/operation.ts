import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { RunScope } from './runScope';

/** One item that an operation gives back. */
export interface OperationItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** Index into the operation's `outputs`; 0 when left out. */
	output?: number;
}

/** Where an operation runs: n8n's context, its input item, and what is shared by all items of the run. */
export interface OperationContext {
	n8n: IExecuteFunctions;
	itemIndex: number;
	run: RunScope;
}

interface OperationDescription {
	/** Stored in workflows: never changes once shipped. */
	value: string;
	/** Title Case, shown in the Operation list. */
	name: string;
	/** Sentence case, shown in the node creator. */
	action: string;
	description: string;
	/** The operation's own fields; the display rule is added by `describeResource`. */
	properties: INodeProperties[];
	/** Names of the outputs when there is more than one, or an expression on `$parameter` that gives them. */
	outputs?: string[] | OutputsExpression;
	/**
	 * Output for items that failed while On Error continues on the regular output: a gate must never fail open. Default 0.
	 * A negative one is counted from the end, -1 being the last, where the parameters decide on the outputs.
	 */
	failureOutput?: number;
}

/** Outputs that depend on the node's parameters. */
export interface OutputsExpression {
	/** JavaScript without a pair of closing braces, at which n8n ends an expression; gives an array of names. */
	expression: string;
}

/** Runs once for each item. */
export interface ItemOperation extends OperationDescription {
	/** Whether items may run side by side: so for sends, whose pace is kept in transport. Others run one by one, in order. */
	parallel?: boolean;
	execute(context: OperationContext): Promise<OperationItem | OperationItem[]>;
}

/** Runs once for all items, where one call serves many (a store read, for example). An entry that is an Error fails that item only. */
export interface BatchOperation extends OperationDescription {
	executeAll(context: Omit<OperationContext, 'itemIndex'> & { itemCount: number }): Promise<
		Array<OperationItem | OperationItem[] | Error>
	>;
}

export type Operation = ItemOperation | BatchOperation;

export interface Resource {
	/** Stored in workflows: never changes once shipped. */
	value: string;
	name: string;
	/** In alphabetical order of their names, as n8n shows them. */
	operations: Operation[];
	/** `value` of the operation chosen at first. */
	defaultOperation: string;
}
