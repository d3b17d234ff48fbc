import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';

/** Whether a stored value holds an expression anywhere: n8n marks texts that are one with `=`. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * A reader of parameters that reads them once for all items where none of them holds an expression: to read one costs n8n
 * tens of microseconds.
 *
 * @param names of the parameters that `read` reads
 */
export function readerOf<T>(
	n8n: IExecuteFunctions,
	{ names, read }: { names: readonly string[]; read: (itemIndex: number) => T },
): (itemIndex: number) => T {
	const parameters: Record<string, NodeParameterValueType> = n8n.getNode().parameters;
	if (names.some((name) => hasExpression(parameters[name]))) return read;
	let known: { value: T } | undefined;
	return () => (known ??= { value: read(0) }).value;
}
