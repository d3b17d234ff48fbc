import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneMessage } from '../contract';
import { Icon } from './icon';
import { Quote } from './quote';

interface ComposerProps {
	/** Who writes, for the field's name. */
	name: string;
	replyTo?: PhoneMessage;
	businessName: string;
	onCancelReply: () => void;
	/** Resolves to whether the sandbox took it; a refused text stays in the box. */
	onSend: (text: string) => Promise<boolean>;
	onAttach: (file: File) => Promise<void>;
}

const MAX_HEIGHT = 132;

/** The customer's text box. Enter sends, Shift+Enter starts a line. */
export function Composer({ name, replyTo, businessName, onCancelReply, onSend, onAttach }: ComposerProps) {
	const [text, setText] = useState('');
	const field = useRef<HTMLTextAreaElement>(null);
	const picker = useRef<HTMLInputElement>(null);
	const sendable = text.trim() !== '';

	useEffect(() => {
		if (!field.current) return;
		field.current.style.height = 'auto';
		field.current.style.height = `${Math.min(field.current.scrollHeight, MAX_HEIGHT)}px`;
	}, [text]);
	useEffect(() => {
		if (replyTo) field.current?.focus();
	}, [replyTo]);

	const send = async () => {
		if (!sendable) return;
		setText('');
		if (!(await onSend(text.trim()))) setText((typed) => typed || text);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		void send();
	};
	const onFile = (event: { currentTarget: HTMLInputElement }) => {
		const file = event.currentTarget.files?.[0];
		event.currentTarget.value = '';
		if (file) void onAttach(file);
	};

	return (
		<form
			class="composer"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			{replyTo && (
				<div class="composer-reply">
					<Quote message={replyTo} businessName={businessName} />
					<button type="button" class="icon-button" aria-label="Do not reply to this message" onClick={onCancelReply}>
						<Icon name="close" />
					</button>
				</div>
			)}
			<div class="composer-row">
				<div class="composer-field">
					<textarea
						ref={field}
						data-testid="composer"
						rows={1}
						dir="auto"
						placeholder="Message"
						aria-label={`Message as ${name}`}
						value={text}
						onInput={(event) => setText(event.currentTarget.value)}
						onKeyDown={onKeyDown}
					/>
					<button type="button" class="icon-button" aria-label="Attach a file" onClick={() => picker.current?.click()}>
						<Icon name="attach" />
					</button>
					<input
						ref={picker}
						type="file"
						hidden
						data-testid="attach"
						accept="image/jpeg,image/png,application/pdf"
						onChange={onFile}
					/>
				</div>
				<button type="submit" class="send" data-testid="send" aria-label="Send" disabled={!sendable}>
					<Icon name="send" />
				</button>
			</div>
		</form>
	);
}
