import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How near to the end, in pixels, still counts as reading the end. */
const NEAR = 80;

/**
 * Keeps a scrolling box at its end while the person reads the end, also when images load and grow it.
 * `atEnd` is false while they read further up. A new `resetKey` leads back to the end.
 */
export function useStickToEnd(resetKey: string) {
	const box = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const stuck = useRef(true);
	const [atEnd, setAtEnd] = useState(true);

	const toEnd = () => {
		if (box.current) box.current.scrollTop = box.current.scrollHeight;
	};
	const onScroll = () => {
		if (!box.current) return;
		const { scrollHeight, scrollTop, clientHeight } = box.current;
		stuck.current = scrollHeight - scrollTop - clientHeight < NEAR;
		setAtEnd(stuck.current);
	};

	useLayoutEffect(() => {
		stuck.current = true;
		setAtEnd(true);
		toEnd();
	}, [resetKey]);

	useEffect(() => {
		const observer = new ResizeObserver(() => stuck.current && toEnd());
		for (const element of [box.current, content.current]) if (element) observer.observe(element);
		return () => observer.disconnect();
	}, [resetKey]);

	return { box, content, atEnd, toEnd, onScroll };
}
