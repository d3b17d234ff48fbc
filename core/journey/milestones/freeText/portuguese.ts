import type { Lexicon } from './lexicon';

const PLACE = '(?:ponto (?:de )?(?:retirada|coleta|recolha|pick ?up|entrega)|locker|armario|cacifo|pudo)';

export const portuguese: Lexicon = {
	whole: [
		['delivered', ['(?:recebid[oa]|retirad[oa]|levantad[oa]) pel[oa] (?:cliente|destinatari[oa]|propri[oa])']],
		[
			'returned',
			[
				'devolvid[oa](?! (?:a|ao|para a|para o) (?:unidade|agencia|centro))(?: ao (?:remetente|vendedor))?',
				'devolucao (?:ao remetente|em andamento|iniciada|em transito|concluida)|em devolucao',
				'(?:retorn\\w+|de volta|volta) ao (?:remetente|vendedor)',
				'entregue ao remetente',
			],
		],
		[
			'delivery_attempted',
			[
				'(?<!ainda )nao (?:foi possivel|pode ser|conseguimos|foi)(?: \\w+)? ?(?:entregar|entregue|realizar a entrega|efetuar a entrega|fazer a entrega)',
				'(?<!proxima )(?<!nova )tentativa de entrega(?: (?:nao efetuada|sem sucesso|frustrada|malsucedida|realizada|nao realizada))?',
				'entrega nao (?:efetuada|realizada|concluida)|entrega (?:frustrada|malsucedida|falhou|sem sucesso)|insucesso na entrega',
				'(?:destinatario|cliente) ausente|carteiro nao atendido|ninguem (?:em casa|no local)',
				'(?<!ainda )nao entregue',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:disponivel|pront[oa]|liberad[oa]) para (?:a )?(?:retirada|levantamento|recolha)(?! pel[oa] (?:transportadora|correio\\w*))',
				'aguardando (?:a )?(?:sua )?(?:retirada|levantamento)',
				`(?:entregue|depositad[oa]|chegou|disponivel)(?: \\w+){0,2}? (?:em|no|na|ao|num|numa|a)(?: seu| sua| um)?(?: \\w+){0,2}? ${PLACE}`,
				'(?:pode|ja pode) (?:ser )?(?:retirad[oa]|levantad[oa]|retirar|levantar)',
			],
		],
		['cancelled', ['(?:pedido|envio|compra|encomenda|remessa)(?: foi)? (?:cancelad[oa]|anulad[oa])', '^cancelad[oa]$']],
		[
			'exception',
			[
				'extraviad[oa]|perdid[oa]|roubad[oa]|furtad[oa]|avariad[oa]|danificad[oa]',
				'endereco (?:incorreto|incompleto|insuficiente|errado|invalido|desconhecido)',
				'retid[oa] (?:na|pela) (?:alfandega|aduana|receita|fiscalizacao)',
				'recusad[oa]',
			],
		],
		['delayed', ['atrasad[oa]|(?:com|em) atraso|(?:um )?atraso (?:na|no|de|da)|reagendad[oa]|reprogramad[oa]|sofreu (?:um )?atraso|vai atrasar']],
		['packed', ['pront[oa] para (?:o )?(?:envio|despacho|postagem|ser enviad[oa])|aguardando postagem']],
	],
	plans: [
		'(?:sera|serao|vai ser|deve ser|pode ser|podera ser|para ser|a ser) (?:entregue|enviad[oa]|postad[oa])',
		'previsao de entrega|entrega (?:prevista|estimada|programada|agendada)|data (?:prevista|estimada)(?: de entrega)?',
		'solicitacao de (?:devolucao|cancelamento)',
		'sem (?:assinatura|contato)',
	],
	plain: [
		['out_for_delivery', ['(?:saiu|saida|sairam) para (?:a )?entrega', '(?:em|na) rota de entrega', 'a caminho da entrega', 'em entrega']],
		['in_transit', ['em transito|a caminho|em rota|em viagem|em distribuicao|em transferencia', 'chegou (?:a|ao|em|no|na)', 'encaminhad[oa]|triagem', 'saiu (?:do|da|de)', 'centro de distribuicao', 'liberad[oa] pela (?:alfandega|aduana|receita)']],
		['shipped', ['enviad[oa]|postad[oa]|despachad[oa]|expedid[oa]|coletad[oa]', 'entregue (?:a|ao|para a|para o) (?:transportadora|transportador|correios)']],
		['packed', ['embalad[oa]|empacotad[oa]', 'etiqueta (?:criada|gerada|emitida|impressa)']],
		['ordered', ['pedido (?:foi )?(?:recebido|confirmado|realizado|criado|aprovado)', 'recebemos (?:o )?(?:seu|teu) pedido', 'em (?:preparacao|separacao)']],
	],
	delivered: ['entregues?', 'entrega (?:realizada|efetuada|concluida|feita|finalizada)'],
	conditions: ['assim que', 'quando', 'apos', 'ate que', 'antes de', 'antes da', 'depois de', 'enquanto', 'caso', 'se', 'ate'],
	unreal: ['nao|nunca|sera|serao|podera|deve|devera|pode|previst[oa]|estimad[oa]|agendad[oa]|aguardando|pendente|amanha|ainda|em breve|sem|parcial\\w*'],
	elsewhere: ['unidade|agencia|alfandega|armazem|transportadora'],
	harmless: ['no'],
};
