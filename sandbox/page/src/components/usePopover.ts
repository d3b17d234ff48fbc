import { useEffect, useRef, useState } from 'preact/hooks';

/** A part that opens over the others and closes by a tap outside or Escape. */
export function usePopover() {
	const [open, setOpen] = useState(false);
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!open) return undefined;
		const onOutside = (event: Event) => {
			if (!frame.current?.contains(event.target as Node)) setOpen(false);
		};
		document.addEventListener('pointerdown', onOutside);
		return () => document.removeEventListener('pointerdown', onOutside);
	}, [open]);
	const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
	/** Closes it, then does something. */
	const choose = (action: () => void) => () => {
		setOpen(false);
		action();
	};
	return { open, setOpen, frame, onKeyDown, choose };
}
