import { useEffect, useRef, useState } from 'preact/hooks';

/** What a sheet shows, `undefined` while it is closed. Closing gives the focus back to what opened it. */
export function useSheet<T>() {
	const [content, setContent] = useState<T>();
	const opener = useRef<Element | null>(null);
	useEffect(() => {
		if (content === undefined && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
	}, [content]);
	const open = (next: T) => {
		opener.current = document.activeElement;
		setContent(next);
	};
	return { content, open, close: () => setContent(undefined) };
}
