import { hasEmoji, isOneEmoji } from '../../../core/message/emoji';

test.each(['👍', '❤️', '❤', '👍🏽', '👨‍👩‍👧', '🇩🇪', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('%s is one emoji', (text) => {
	expect(isOneEmoji(text)).toBe(true);
	expect(hasEmoji(`Book ${text} now`)).toBe(true);
});

test.each(['👍👍', '🇩🇪🇫🇷', 'ok', '1', '#', '👍!', ''])('%j is not one emoji', (text) => {
	expect(isOneEmoji(text)).toBe(false);
});

test.each(['Book now', 'No. 1 (50 %)', 'Größe wählen', 'बुक करें', ''])('%j has no emoji', (text) => {
	expect(hasEmoji(text)).toBe(false);
});
