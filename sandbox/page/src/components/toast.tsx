import { useEffect } from 'preact/hooks';
import { Icon } from './icon';

const SHOWN_FOR = 6000;

/** What the page tells for a while. */
export interface Notice {
	text: string;
	kind: 'refusal' | 'done';
}

/** A refusal of the sandbox, or what a button did, shown for a while. */
export function Toast({ notice, onClose }: { notice: Notice; onClose: () => void }) {
	useEffect(() => {
		const timer = setTimeout(onClose, SHOWN_FOR);
		return () => clearTimeout(timer);
	}, [notice]);
	return (
		<div class="toast" role="alert" data-testid="toast" data-kind={notice.kind}>
			<Icon name={notice.kind === 'refusal' ? 'warning' : 'check'} />
			<span dir="auto">{notice.text}</span>
			<button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
				<Icon name="close" />
			</button>
		</div>
	);
}
