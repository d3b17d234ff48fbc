import { useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon';
import { usePopover } from './usePopover';

/** What can be sent besides files. `ad` is a text that an advertisement has led to. */
export type Shared = 'place' | 'contact' | 'ad';

interface AttachMenuProps {
	onFile: (file: File) => void;
	onShare: (what: Shared) => void;
}

const FILES: ReadonlyArray<{ label: string; icon: IconName; accept: string; testId: string }> = [
	{ label: 'Photo or video', icon: 'photo', accept: 'image/*,video/*', testId: 'attach-photo' },
	{ label: 'Audio', icon: 'audio', accept: 'audio/*', testId: 'attach-audio' },
	{ label: 'Document', icon: 'document', accept: '', testId: 'attach' },
];

/** What a customer can attach: files of any kind, a place, a contact. */
export function AttachMenu({ onFile, onShare }: AttachMenuProps) {
	const { open, setOpen, frame, onKeyDown, choose } = usePopover();
	const pickers = useRef<Array<HTMLInputElement | null>>([]);
	const onPicked = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
		const file = currentTarget.files?.[0];
		if (file) onFile(file);
		currentTarget.value = '';
	};
	return (
		<div class="menu-frame" ref={frame} onKeyDown={onKeyDown}>
			<button
				type="button"
				class="icon-button"
				data-testid="attach-menu"
				aria-label="Attach"
				aria-haspopup="menu"
				aria-expanded={open}
				onClick={() => setOpen(!open)}
			>
				<Icon name="attach" />
			</button>
			{FILES.map(({ label, accept, testId }, index) => (
				<input
					key={testId}
					ref={(element) => {
						pickers.current[index] = element;
					}}
					type="file"
					hidden
					aria-label={label}
					data-testid={testId}
					accept={accept}
					onChange={onPicked}
				/>
			))}
			{open && (
				<div class="menu upwards" role="menu">
					{FILES.map(({ label, icon }, index) => (
						<button key={label} type="button" role="menuitem" onClick={choose(() => pickers.current[index]?.click())}>
							<Icon name={icon} />
							{label}
						</button>
					))}
					<button type="button" role="menuitem" data-testid="share-place" onClick={choose(() => onShare('place'))}>
						<Icon name="pin" />
						Location
					</button>
					<button type="button" role="menuitem" data-testid="share-contact" onClick={choose(() => onShare('contact'))}>
						<Icon name="person" />
						Contact
					</button>
					<button type="button" role="menuitem" data-testid="share-ad" onClick={choose(() => onShare('ad'))}>
						<Icon name="tag" />
						Come by an advertisement
					</button>
				</div>
			)}
		</div>
	);
}
