package io.synthlab.persistence.testkit.legacy;

import java.util.List;

/** Words the generated content is made of, in Portuguese and with the characters real content has. */
final class Vocabulary {
    static final String DEFAULT_GROUP_ID = "grp_00000001";
    static final String DEFAULT_GROUP_NAME = "Default";
    static final String DEFAULT_GROUP_DESCRIPTION = "Grupo padrão para synths sem grupo específico";

    static final List<String> FIRST_NAMES = List.of(
            "Adélia",
            "Benício",
            "Conceição",
            "Davi",
            "Érica",
            "Flávio",
            "Glória",
            "Hélio",
            "Inês",
            "Joaquim",
            "Lúcia",
            "Otávio",
            "Rosângela",
            "Sebastião",
            "Tânia",
            "Úrsula",
            "Vinícius",
            "Yara");
    static final List<String> SURNAMES = List.of(
            "Abreu",
            "Assunção",
            "Bragança",
            "Côrtes",
            "D’Ávila",
            "Espírito Santo",
            "Figueirêdo",
            "Galvão",
            "Leitão",
            "Magalhães",
            "Negrão",
            "Pêssoa",
            "Romão",
            "Tomé",
            "Vilaça");
    static final List<Place> PLACES = List.of(
            new Place("Norte", "AM", "Parintins"),
            new Place("Norte", "RO", "Ji-Paraná"),
            new Place("Nordeste", "PB", "João Pessoa"),
            new Place("Nordeste", "MA", "São Luís"),
            new Place("Centro-Oeste", "GO", "Goiânia"),
            new Place("Sudeste", "SP", "Mogi das Cruzes"),
            new Place("Sudeste", "ES", "Vitória"),
            new Place("Sul", "PR", "Maringá"),
            new Place("Sul", "RS", "Bagé"));
    static final List<Job> JOBS = List.of(
            new Job("Agente comunitária de saúde", 1800, 3600),
            new Job("Pedreiro autônomo", 1300, 4100),
            new Job("Professora de educação básica", 2400, 6200),
            new Job("Analista de crédito", 2900, 8800),
            new Job("Aposentado", 1412, 5000),
            new Job("Estudante", 0, 1100));
    static final List<Household> HOUSEHOLDS = List.of(
            new Household("unipessoal", 1),
            new Household("casal sem filhos", 2),
            new Household("casal com filhos", 4),
            new Household("monoparental", 3),
            new Household("multigeracional", 6));
    static final List<String> GENDERS = List.of("feminino", "masculino");
    static final List<String> GENDER_IDENTITIES = List.of("mulher cis", "homem cis", "não-binário");
    static final List<String> ETHNICITIES = List.of("branco", "pardo", "preto", "amarelo", "indígena");
    static final List<String> MARITAL_STATES = List.of("solteiro", "casado", "união estável", "divorciado", "viúvo");
    static final List<String> SCHOOLING = List.of(
            "Sem instrução",
            "Fundamental completo",
            "Médio incompleto",
            "Médio completo",
            "Superior completo",
            "Pós-graduação");
    static final List<String> INTERESTS = List.of(
            "jardinagem",
            "pescaria",
            "séries de televisão",
            "história do Brasil",
            "fotografia",
            "educação dos filhos",
            "finanças domésticas",
            "dança de salão",
            "astronomia");
    static final List<Contract> CONTRACTS = List.of(
            new Contract(
                    "factual",
                    "Responde ao que foi perguntado e nada além disso.",
                    List.of(
                            "Cita datas e valores.",
                            "Não interpreta.",
                            "Diz “não sei”.",
                            "Evita adjetivos.",
                            "Só fala do que viu com os próprios olhos."),
                    "Respostas curtas e verificáveis."),
            new Contract(
                    "narrador",
                    "Conta cada experiência como uma história com começo, meio e fim.",
                    List.of(
                            "Começa longe.",
                            "Inclui parentes.",
                            "Volta ao assunto.",
                            "Dá nome aos lugares.",
                            "Compara com algo que aconteceu há anos."),
                    "Contexto rico, foco disperso."),
            new Contract(
                    "desconfiado",
                    "Supõe que há uma pegadinha e pergunta para que serve cada dado.",
                    List.of(
                            "Pede o motivo.",
                            "Lembra golpes.",
                            "Hesita ao digitar.",
                            "Confere duas vezes.",
                            "Pergunta quem mais terá acesso à informação."),
                    "Objeções sobre privacidade e custo."),
            new Contract(
                    "racionalizador",
                    "Explica depois por que fez o que fez, mesmo sem ter pensado antes.",
                    List.of(
                            "Justifica tudo.",
                            "Usa “portanto”.",
                            "Nega impulsos.",
                            "Compara preços.",
                            "Atribui à tela o que foi distração própria."),
                    "Motivos plausíveis, nem sempre verdadeiros."),
            new Contract(
                    "impaciente",
                    "Quer terminar logo e perde o fio quando a tela demora.",
                    List.of(
                            "Interrompe.",
                            "Pula avisos.",
                            "Reclama da espera.",
                            "Resume demais.",
                            "Diz que já entendeu antes de ler até o fim."),
                    "Abandono cedo, frases secas."),
            new Contract(
                    "esforçado_confuso",
                    "Tenta com boa vontade, mas troca os nomes das coisas.",
                    List.of(
                            "Pede ajuda.",
                            "Confunde botões.",
                            "Repete passos.",
                            "Agradece sempre.",
                            "Pergunta se errou quando algo não aparece."),
                    "Mostra onde as palavras enganam."));
    static final List<String> DISABILITY_LEVELS = List.of("nenhuma", "leve", "moderada", "severa");
    static final List<Double> MOTOR_ABILITIES = List.of(1.0, 0.88, 0.5, 0.13999999999999996);

    /** What is talked about when it is no particular product. */
    static final String SERVICE = "Balcão Digital";

    static final List<String> PRODUCTS = List.of(
            "Agendamento por voz",
            "Boleto em três toques",
            "Cardápio acessível",
            "Crédito para pequenos produtores",
            "Entrega no portão",
            "Histórico de vacinação",
            "Matrícula sem fila",
            "Recarga automática");
    static final List<String> TOPICS =
            List.of("vacinação", "matrícula-escolar", "segunda-via", "atendimento", "crédito-rural");
    static final List<String> EMOJI = List.of("🧪", "🌱", "🎯", "👨🏾‍🌾", "✈️", "🇧🇷", "🏳️‍🌈", "🔎");
    static final List<String> HEADINGS =
            List.of("Contexto", "O que funcionou", "Pontos de atrito", "Citações", "Próximos passos");
    static final List<String> MODELS = List.of("gpt-4o-mini", "gpt-4.1-mini", "gpt-5-mini");
    static final List<String> SCENARIOS = List.of("baseline", "crisis", "first-use");
    static final List<String> DIMENSIONS = List.of("complexity", "initial_effort", "perceived_risk", "time_to_value");
    static final List<Action> ACTIONS = List.of(
            new Action("ux_interface", "Dividir o formulário em etapas com volta garantida", "Formulário em etapas"),
            new Action("communication", "Dizer o preço final já na primeira tela — sem asterisco", "Preço à vista"),
            new Action("onboarding", "Deixar experimentar antes do cadastro", "Teste sem cadastro"),
            new Action("flow", "Aceitar a foto do documento em vez da digitação 📷", "Foto no lugar"));

    private Vocabulary() {}

    record Place(String region, String state, String city) {}

    record Job(String name, int lowestIncome, int highestIncome) {}

    record Household(String kind, int people) {}

    record Contract(String kind, String profile, List<String> rules, String effect) {}

    record Action(String category, String text, String label) {}
}
