import { useEffect } from 'preact/hooks';
import { Icon } from './icon';

const SHOWN_FOR = 6000;

/** A refusal of the sandbox, shown for a while. */
export function Toast({ text, onClose }: { text: string; onClose: () => void }) {
	useEffect(() => {
		const timer = setTimeout(onClose, SHOWN_FOR);
		return () => clearTimeout(timer);
	}, [text]);
	return (
		<div class="toast" role="alert" data-testid="toast">
			<Icon name="warning" />
			<span dir="auto">{text}</span>
			<button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
				<Icon name="close" />
			</button>
		</div>
	);
}
