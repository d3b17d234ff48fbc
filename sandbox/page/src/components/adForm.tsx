import { AnswerForm } from './answerForm';
import { Field } from './field';

/** The first message of a customer who tapped an advertisement: its answer opens the free entry point. */
export function AdForm({ onSend }: { onSend: (body: object) => Promise<boolean> }) {
	return (
		<AnswerForm
			send="Send"
			onSend={({ text, headline, sourceUrl }) =>
				onSend({
					text,
					referral: {
						source_url: sourceUrl,
						source_id: '5550009990001',
						source_type: 'ad',
						headline,
						ctwa_clid: 'CLICKIDEXAMPLE',
					},
				})
			}
		>
			<Field label="Message" name="text" value="I saw your ad" required />
			<Field label="Headline of the advertisement" name="headline" value="Chat now" required />
			<Field label="Address of the advertisement" name="sourceUrl" value="https://fb.example/ad1" required />
		</AnswerForm>
	);
}
