/** A shallow copy without the members that are undefined, so that objects compare and print plainly. */
export function defined<T extends object>(value: T): T {
	const copy = { ...value };
	for (const key in copy) {
		if (copy[key] === undefined) delete copy[key];
	}
	return copy;
}
