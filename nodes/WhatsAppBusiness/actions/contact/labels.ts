import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { ContactRecord } from '../../../../core/contact/record';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readItemContact } from '../../shared/readContact';
import { changeContact } from '../../store/changeContact';
import { openStore } from '../../store/openStore';
import { contactItem } from '../../../../core/contact/item';

/** @throws InvalidInput naming `Labels` */
export function readLabels({ n8n, itemIndex }: Pick<OperationContext, 'n8n' | 'itemIndex'>): string[] {
	const value: unknown = n8n.getNodeParameter('labels', itemIndex, '');
	const given = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
	const labels = [...new Set(given.map((label) => label.trim()))].filter((label) => label !== '');
	if (labels.length > 0) return labels;
	throw new InvalidInput([{ field: 'Labels', message: 'must name at least one' }]);
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

/** Adds the item's labels to its contact, or takes them away; upper and lower case are one. */
export async function changeLabels(context: OperationContext, how: 'add' | 'remove'): Promise<OperationItem> {
	const labels = readLabels(context);
	const without = ({ labels: own }: ContactRecord) => own.filter((label) => !labels.some((other) => isSame(label, other)));
	const contact = await changeContact(await openStore(context.n8n), {
		about: readItemContact(context),
		now: new Date().toISOString(),
		apply: (before) => {
			const added = labels.filter((label) => !before.labels.some((other) => isSame(label, other)));
			return { ...before, labels: how === 'remove' ? without(before) : [...before.labels, ...added] };
		},
	});
	return { json: contactItem(contact, Date.now()) };
}
