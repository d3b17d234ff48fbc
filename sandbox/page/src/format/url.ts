const OPENABLE = new Set(['http:', 'https:', 'blob:', 'mailto:', 'tel:']);

/** The address when a browser may open it, `undefined` for `javascript:` and the like. */
export function openableUrl(url: string | undefined): string | undefined {
	if (!url) return undefined;
	try {
		return OPENABLE.has(new URL(url, location.href).protocol) ? url : undefined;
	} catch {
		return undefined;
	}
}
