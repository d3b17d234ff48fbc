import type { Problems } from '../../errors/invalidInput';
import { checkText } from '../check';

/** The shop's ID of an order: English letters, digits, `_`, `-` and `.` (payments-br/orders, payments-in/pg). */
export function checkReferenceId(problems: Problems, { value, max }: { value: unknown; max: number }): string {
	const field = 'Reference ID';
	const id = checkText(problems, { field, value, max }).trim();
	if (id !== '' && !/^[A-Za-z0-9_.-]+$/.test(id)) {
		problems.add(field, `"${id}" may only have English letters, digits, underscores, dashes and dots`);
	}
	return id;
}
