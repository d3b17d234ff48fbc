import type { INodeProperties } from 'n8n-workflow';

/**
 * The field, shown where other fields have one of these values, besides its own rule. They are looked at first: n8n shows a
 * field as soon as it meets a rule whose field holds an expression, without looking further.
 *
 * @param where values by the name of the field that has them
 */
export function shownFor(where: Record<string, string[]>, property: INodeProperties): INodeProperties {
	const { displayOptions } = property;
	return { ...property, displayOptions: { ...displayOptions, show: { ...where, ...displayOptions?.show } } };
}
