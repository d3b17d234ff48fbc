import { InvalidInput, Problems } from '../../../core/errors/invalidInput';

test('names every problem in one text', () => {
	const problems = new Problems();
	problems.add('Body', 'must not be empty');
	problems.add('Button 2 Title', 'has 21 characters, at most 20 are allowed');

	let thrown: unknown;
	try {
		problems.throwIfAny();
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(InvalidInput);
	expect(thrown).toBeInstanceOf(Error);
	expect(thrown).toMatchObject({
		name: 'InvalidInput',
		message: 'Body: must not be empty. Button 2 Title: has 21 characters, at most 20 are allowed',
		problems: [
			{ field: 'Body', message: 'must not be empty' },
			{ field: 'Button 2 Title', message: 'has 21 characters, at most 20 are allowed' },
		],
	});
});

test('throws nothing without a problem', () => {
	expect(() => new Problems().throwIfAny()).not.toThrow();
});
