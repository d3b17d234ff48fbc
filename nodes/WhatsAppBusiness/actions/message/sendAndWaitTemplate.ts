import type { AnswerType } from '../../../../core/journey/accept';
import { markTemplate, opensFlow, templateChoices } from '../../../../core/journey/referenceTemplate';
import { previewTemplate } from '../../../../core/template/preview';
import type { OperationContext } from '../../shared/operation';
import type { OwnQuestion } from './sendAndWaitQuestion';
import { readTemplate } from './template';
import { templatePlan } from './templatePlan';

/** A template as a question: its quick replies are the choices, and a Flow that it opens answers as well. */
export async function readTemplateQuestion(context: OperationContext): Promise<OwnQuestion> {
	const [chosen, plan] = await Promise.all([readTemplate(context), templatePlan(context)]);
	const { definition } = chosen;
	const message = chosen.build();
	const choices = templateChoices(definition, message);
	const own: AnswerType[] = [...(choices.length > 0 ? ['tap' as const] : []), ...(opensFlow(definition) ? ['flow' as const] : [])];
	return {
		text: previewTemplate({ definition, message }).body ?? definition.name,
		choices,
		own,
		...(definition.category === 'MARKETING' && { category: 'marketing' as const }),
		plan: (marks) => ({
			...plan,
			to: 'person',
			build: (source, sources) => markTemplate({ definition, message: plan.build(source, sources), ...marks }),
		}),
	};
}
