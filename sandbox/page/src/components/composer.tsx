import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneMessage } from '../contract';
import { AttachMenu, type Shared } from './attachMenu';
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
	onAttach: (file: File) => void;
	onShare: (what: Shared) => void;
}

const MAX_HEIGHT = 132;

/** The customer's text box. Enter sends, Shift+Enter starts a line. */
export function Composer({ name, replyTo, businessName, onCancelReply, onSend, onAttach, onShare }: ComposerProps) {
	const [text, setText] = useState('');
	const field = useRef<HTMLTextAreaElement>(null);
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
					<AttachMenu onFile={onAttach} onShare={onShare} />
				</div>
				<button type="submit" class="send" data-testid="send" aria-label="Send" disabled={!sendable}>
					<Icon name="send" />
				</button>
			</div>
		</form>
	);
}
